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
  '/erased': ['src/account/ErasedPage.tsx', OTHER],
}
/** Pages of a signed-in customer, who has their menu and their texts as well. */
const own = {
  '/bills': 'src/bills/BillsPage.tsx',
  '/apply/:billIds': 'src/apply/ApplyPage.tsx',
  '/applications': 'src/applications/ApplicationsPage.tsx',
  '/applications/:id': 'src/applications/ApplicationPage.tsx',
  '/fapiaos': 'src/fapiaos/FapiaosPage.tsx',
  '/orders': 'src/orders/OrdersPage.tsx',
  '/orders/:orderNumber': 'src/orders/OrderPage.tsx',
  '/support': 'src/support/SupportPage.tsx',
  '/support/new': 'src/support/NewCasePage.tsx',
  '/support/:id': 'src/support/CasePage.tsx',
  '/titles': 'src/titles/TitlesPage.tsx',
  '/titles/:id': 'src/titles/TitlePage.tsx',
  '/account': 'src/account/AccountPage.tsx',
  '/account/erase': 'src/account/ErasePage.tsx',
}
const languages = [
  ['zh-CN', 'zh_CN'],
  ['en', 'en_US'],
  ['de', 'de_DE'],
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

/** Of the largest language. */
function needed(sources, texts) {
  return Math.max(
    ...languages.map(([ours, antds]) =>
      kilobytes([
        'index.html',
        ...sources,
        ...texts.map((part) => `src/texts/${part}/${ours}.ts`),
        `node_modules/antd/es/locale/${antds}.js`,
      ]),
    ),
  )
}

let over = 0
function report(page, size, budget) {
  const fits = size <= budget
  over += fits ? 0 : 1
  console.log(
    `${page.padEnd(20)} ${size.toFixed(1).padStart(6)} KB of ${budget} KB${fits ? '' : '  over budget'}`,
  )
}

for (const [page, [source, budget]] of Object.entries(pages)) {
  report(page, needed([source], ['first']), budget)
}
for (const [page, source] of Object.entries(own)) {
  report(page, needed([source, 'src/app/AccountMenu.tsx'], ['first', 'own']), OTHER)
}
if (over > 0) {
  process.exitCode = 1
}
