import { defineConfig } from '@playwright/test'
import stories from '../playwright.config'

/** One picture a page, language and width, to be looked at: `npm run pictures` writes pictures/. */
export default defineConfig({
  ...stories,
  testDir: '.',
  testMatch: '**/*.pictures.ts',
  timeout: 300_000,
})
