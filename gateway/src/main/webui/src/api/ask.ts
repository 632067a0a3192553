/** Who says nothing for so long is not there: no page waits without an end. */
const PATIENCE_MS = 30_000
/** A file of 5 MB takes a slow line that long. */
const PATIENCE_WITH_FILES_MS = 300_000

/**
 * What is answered, as soon as its headers are here.
 *
 * @throws TypeError when nobody answers, as fetch does when there is no connection
 */
export async function ask(request: RequestInfo, init?: RequestInit): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TypeError('no answer')), patience(request))
  })
  try {
    return await Promise.race([fetch(request, init), silence])
  } finally {
    clearTimeout(timer)
  }
}

function patience(request: RequestInfo): number {
  const files =
    request instanceof Request && request.headers.get('Content-Type')?.startsWith('multipart/')
  return files ? PATIENCE_WITH_FILES_MS : PATIENCE_MS
}
