// Fails where the client tells the compiler what a type is instead of reading it in the contracts:
// no cast, no "!", no "any", no suppressed error.
import { readFile, readdir } from 'node:fs/promises'
import ts from 'typescript'

const sources = new URL('../src/', import.meta.url)
const ASSERTIONS = new Set([
  ts.SyntaxKind.AsExpression,
  ts.SyntaxKind.TypeAssertionExpression,
  ts.SyntaxKind.NonNullExpression,
  ts.SyntaxKind.AnyKeyword,
])
const found = []

for (const name of (await readdir(sources)).filter((name) => name.endsWith('.ts'))) {
  const text = await readFile(new URL(name, sources), 'utf8')
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const look = (node) => {
    if (ASSERTIONS.has(node.kind)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${name}:${line + 1} ${node.getText()}`)
    }
    ts.forEachChild(node, look)
  }
  look(file)
  if (/@ts-(ignore|expect-error|nocheck)/.test(text)) {
    found.push(`${name} suppresses errors`)
  }
}
if (found.length > 0) {
  console.error(found.join('\n'))
  process.exit(1)
}
