// Measures what a page needs before it can be used: script and style, gzip, as the browser loads it
// (entry, the page's own chunk, everything either imports, the largest of the languages).
// Fails when a page is over its budget.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const outDir = process.env.WEBUI_OUT ?? resolve(import.meta.dirname, '../../../../target/webui')
const manifest = JSON.parse(readFileSync(`${outDir}-manifest.json`, 'utf8'))

const SMALL = 200
const OTHER = 320
const pages = {
  '/': ['src/front/FrontPage.tsx', SMALL],
  '/sign-in': ['src/account/SignInPage.tsx', SMALL],
  '/register': ['src/account/RegisterPage.tsx', SMALL],
  '/activate': ['src/account/ActivatePage.tsx', OTHER],
  '/email-change': ['src/account/EmailChangePage.tsx', OTHER],
  '/claims': ['src/account/ClaimsPage.tsx', OTHER],
  '/forgotten': ['src/account/ForgottenPage.tsx', OTHER],
  '/resend': ['src/account/ResendPage.tsx', OTHER],
  '/set-password': ['src/account/SetPasswordPage.tsx', OTHER],
  '/help': ['src/help/HelpPage.tsx', OTHER],
  '/bills': ['src/bills/BillsPage.tsx', OTHER, 'src/app/AccountMenu.tsx'],
  '/apply/:billIds': ['src/apply/ApplyPage.tsx', OTHER, 'src/app/AccountMenu.tsx'],
  '/applications': ['src/applications/ApplicationsPage.tsx', OTHER, 'src/app/AccountMenu.tsx'],
  '/applications/:id': ['src/applications/ApplicationPage.tsx', OTHER, 'src/app/AccountMenu.tsx'],
  '/account': ['src/account/AccountPage.tsx', OTHER, 'src/app/AccountMenu.tsx'],
}
const languages = [
  ['src/texts/zh-CN.ts', 'node_modules/antd/es/locale/zh_CN.js'],
  ['src/texts/en.ts', 'node_modules/antd/es/locale/en_US.js'],
  ['src/texts/de.ts', 'node_modules/antd/es/locale/de_DE.js'],
]

const sizes = new Map()
function size(file) {
  if (!sizes.has(file)) {
    sizes.set(file, gzipSync(readFileSync(join(outDir, file)), { level: 9 }).length)
  }
  return sizes.get(file)
}

function collect(source, files) {
  const chunk = manifest[source]
  if (chunk === undefined) {
    throw new Error(`${source} is no chunk of its own in the manifest`)
  }
  if (files.has(chunk.file)) {
    return
  }
  files.add(chunk.file)
  for (const css of chunk.css ?? []) {
    files.add(css)
  }
  for (const imported of chunk.imports ?? []) {
    collect(imported, files)
  }
}

function kilobytes(sources) {
  const files = new Set()
  for (const source of sources) {
    collect(source, files)
  }
  return [...files].reduce((total, file) => total + size(file), 0) / 1024
}

let over = 0
for (const [page, [source, budget, ...more]] of Object.entries(pages)) {
  const needed = Math.max(...languages.map((l) => kilobytes(['index.html', source, ...more, ...l])))
  const fits = needed <= budget
  over += fits ? 0 : 1
  console.log(
    `${page.padEnd(20)} ${needed.toFixed(1).padStart(6)} KB of ${budget} KB${fits ? '' : '  over budget'}`,
  )
}
if (over > 0) {
  process.exitCode = 1
}
