import { defineConfig } from '@playwright/test'

/**
 * Stories on a running suite. GATEWAY, MAILBOX and SIMULATOR say where it is, SUITE_JSON is the file
 * that its launcher wrote (the staff's passwords); PORTAL, where the pages are when they are not
 * served by the gateway. What a story did is recorded with `--trace retain-on-failure`: not as a rule,
 * for it takes as much work again as the story.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.story.ts',
  outputDir: process.env.STORIES_OUT ?? 'test-results',
  workers: 3,
  fullyParallel: true,
  // Patience costs nothing where all goes well; a machine may have much else to do.
  timeout: 360_000,
  expect: { timeout: 90_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.PORTAL ?? process.env.GATEWAY ?? 'http://127.0.0.1:8080',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 90_000,
    // As many readers have it, and nothing measured is in the middle of a transition.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
