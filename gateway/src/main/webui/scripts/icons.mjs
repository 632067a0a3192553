// Draws public/seal.svg as the pictures that browsers and phones ask for where they take no SVG.
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'

const folder = new URL('../public/', import.meta.url)
const seal = (await readFile(new URL('seal.svg', folder), 'utf8')).replace(
  /<title>.*?<\/title>/,
  '',
)
/** Phones cut their own shape out of it, so the ground goes to the edge. */
const square = seal.replace('rx="6"', '')

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage()

async function draw(svg, size) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

/** An ICO that holds one PNG: a directory of one entry, then the picture. */
function ico(png, size) {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}

await writeFile(new URL('favicon.ico', folder), ico(await draw(seal, 32), 32))
await writeFile(new URL('apple-touch-icon.png', folder), await draw(square, 180))
for (const size of [192, 512]) {
  await writeFile(new URL(`icon-${size}.png`, folder), await draw(square, size))
}
await browser.close()
