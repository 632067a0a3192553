// Following an application. EventSource cannot send an access token, so the stream is read by fetch.
import { Refused, send } from './api.js'

const PAUSE = 5_000

/** Tells each step of an application, past ones first and new ones as they happen, until aborted. */
export async function follow(id, tell, signal) {
  let last
  while (!signal.aborted) {
    try {
      const response = await send('GET', `/applications/${id}/progress/stream`, {
        headers: last && { 'Last-Event-ID': last },
        signal,
      })
      for await (const event of events(response.body)) {
        last = event.id
        tell(JSON.parse(event.data))
      }
    } catch (error) {
      if (!signal.aborted && !passes(error)) {
        throw error
      }
    }
    await pause(signal) // a stream ends after some minutes, and is asked for again
  }
}

/** A network or a server that is away comes back; too many requests are fewer later. */
function passes(error) {
  return error instanceof Refused ? error.problem.status >= 429 : error instanceof TypeError
}

/** The events of a stream; the suite's have their data in one line. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (text + part.value).split('\n\n')
    text = blocks.pop() // not complete yet
    for (const block of blocks) {
      const fields = [...block.matchAll(/^(id|data): ?(.*)$/gm)]
      const event = Object.fromEntries(fields.map(([, name, value]) => [name, value]))
      if (event.data) {
        yield event
      }
    }
  }
}

function pause(signal) {
  return new Promise((resolve) => {
    setTimeout(resolve, PAUSE)
    signal.addEventListener('abort', resolve)
  })
}
