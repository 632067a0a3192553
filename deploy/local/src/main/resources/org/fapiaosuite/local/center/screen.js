// What the reader sees: one section at a time, amounts and times in words, and what went wrong.
import { Refused } from './api.js'

export function $(id) {
  return document.getElementById(id)
}

/** Shows one section, and has screen readers begin at its heading. */
export function show(id) {
  for (const section of document.querySelectorAll('main > section')) {
    section.hidden = section.id !== id
  }
  tell('')
  $(id).querySelector('h1').focus()
}

/** An element with text and children. */
export function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes)
  made.append(...children)
  return made
}

/** Does what a button asks for: once, however often it is pressed, and what goes wrong is told. */
export async function doing(button, action) {
  button.disabled = true
  tell('')
  try {
    await action()
  } catch (error) {
    tell(wordsOf(error))
  } finally {
    button.disabled = false
  }
}

/** Says what is wrong; nothing any more for an empty text. */
export function tell(text) {
  $('trouble').textContent = text
}

function wordsOf(error) {
  if (!(error instanceof Refused)) {
    return error.message
  }
  const { violations = [], traceId } = error.problem
  return [
    error.message,
    ...violations.map(({ field, message }) => `${field}: ${message}`),
    `Trace ID, for the service centre: ${traceId}`,
  ].join('\n')
}

export function amount({ currency, value }) {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
  return new Intl.NumberFormat('en', style).format(value)
}

export function moment(text, timeZone) {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone }
  return new Intl.DateTimeFormat('en-GB', style).format(new Date(text))
}
