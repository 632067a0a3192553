import { expect, test } from 'vitest'
import { EventReader } from './events'

const STREAM =
  'retry:5000\nid:1\nevent:progress\ndata:{"status":"SUBMITTED"}\n\n:alive\n\nid: 2\r\nevent: progress\r\ndata: {"a":\r\ndata: 1}\r\n\r\n'

const EVENTS = [
  { id: '1', name: 'progress', data: '{"status":"SUBMITTED"}', retry: 5000 },
  { id: '2', name: 'progress', data: '{"a":\n1}', retry: undefined },
]

test('events are read from text in one piece', () => {
  expect(new EventReader().read(STREAM)).toEqual(EVENTS)
})

test('however the text is cut, the same events come out', () => {
  for (let size = 1; size < STREAM.length; size++) {
    const reader = new EventReader()
    const events = []
    for (let at = 0; at < STREAM.length; at += size) {
      events.push(...reader.read(STREAM.slice(at, at + size)))
    }
    expect(events, `pieces of ${size}`).toEqual(EVENTS)
  }
})

test('an event that is not complete is not told', () => {
  expect(new EventReader().read('event:progress\ndata:{}\n')).toEqual([])
})
