import { defineConfig } from '@playwright/test'
import stories from '../playwright.config'

/** How fast the pages are on a running suite: `npm run speed`. One browser at a time. */
export default defineConfig({
  ...stories,
  testDir: '.',
  testMatch: '**/*.speed.ts',
  workers: 1,
})
