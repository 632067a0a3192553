/** One event of a stream (WHATWG HTML, 9.2). */
export interface StreamEvent {
  id: string
  name: string
  data: string
  /** Milliseconds to wait before connecting again, if the stream says so. */
  retry?: number
}

/**
 * Reads server-sent events from text as it arrives. EventSource cannot send a token, so this is
 * fed from fetch.
 */
export class EventReader {
  private rest = ''
  private skipLineFeed = false
  private lastId = ''
  private name = ''
  private data: string[] = []
  private retry: number | undefined

  /** The events that are complete now. */
  read(text: string): StreamEvent[] {
    const events: StreamEvent[] = []
    let buffer = this.rest + (this.skipLineFeed && text.startsWith('\n') ? text.slice(1) : text)
    if (text !== '') {
      this.skipLineFeed = false
    }
    for (let end = buffer.search(/[\r\n]/); end >= 0; end = buffer.search(/[\r\n]/)) {
      const line = buffer.slice(0, end)
      const pair = buffer.startsWith('\r\n', end)
      // A carriage return at the very end may be the first half of a pair.
      this.skipLineFeed = !pair && buffer[end] === '\r' && end === buffer.length - 1
      buffer = buffer.slice(end + (pair ? 2 : 1))
      const event = this.line(line)
      if (event) {
        events.push(event)
      }
    }
    this.rest = buffer
    return events
  }

  private line(line: string): StreamEvent | undefined {
    if (line === '') {
      return this.dispatch()
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') {
      this.data.push(value)
    } else if (field === 'event') {
      this.name = value
    } else if (field === 'id' && !value.includes('\0')) {
      this.lastId = value
    } else if (field === 'retry' && /^\d+$/.test(value)) {
      this.retry = Number(value)
    }
    return undefined
  }

  private dispatch(): StreamEvent | undefined {
    const event =
      this.data.length === 0
        ? undefined
        : {
            id: this.lastId,
            name: this.name || 'message',
            data: this.data.join('\n'),
            retry: this.retry,
          }
    this.name = ''
    this.data = []
    this.retry = undefined
    return event
  }
}
