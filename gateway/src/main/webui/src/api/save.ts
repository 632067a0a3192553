/** Gives a file to the browser to save, as a link with `download` would. */
export function saveAs(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has taken it up by then; kept longer, it would only cost memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
