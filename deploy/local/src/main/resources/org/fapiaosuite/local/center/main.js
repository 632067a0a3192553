// The page: signs in, lists bills, applies, follows. Each step is in a file of its own.
import { send } from './api.js'
import { begin, confirm, save } from './apply.js'
import { listBills, listMore } from './bills.js'
import { follow } from './progress.js'
import { $, doing, element, moment, show, tell } from './screen.js'
import { open, reader } from './session.js'
import { comeBack, signIn } from './signIn.js'

let following = new AbortController()

function onClick(id, action) {
  $(id).addEventListener('click', () => doing($(id), action))
}

async function toBills() {
  following.abort()
  await listBills(begin, watch)
  show('bills')
}

function watch(id) {
  following = new AbortController()
  $('steps').replaceChildren()
  show('progress')
  follow(id, addStep, following.signal).catch((error) => tell(error.message))
}

function addStep({ remark, at, by, details }) {
  const told = [details.reason, details.carrier, details.waybill]
  for (const { code, number } of details.fapiaos ?? []) {
    told.push([code, number].filter(Boolean).join(' '))
  }
  const step = element('li', {}, element('strong', { textContent: remark }))
  step.append(` ${told.filter(Boolean).join(' ')}`)
  step.append(element('div', { className: 'muted', textContent: `${moment(at)}, ${by}` }))
  $('steps').append(step)
}

async function signedIn(tokens) {
  await open(tokens)
  $('who').textContent = reader()
  $('sign-out').hidden = false
  await toBills()
}

onClick('sign-in', signIn)
onClick('sign-out', async () => {
  following.abort()
  await send('DELETE', '/sessions/current')
  location.assign('/') // a new page, which has forgotten every token
})
onClick('look-again', () => listBills(begin, watch))
onClick('more-bills', () => listMore(begin, watch))
onClick('confirm', async () => watch(await confirm()))
onClick('change', () => show('apply'))
$('application').addEventListener('submit', (event) => {
  event.preventDefault()
  doing(event.submitter, save)
})
for (const back of document.querySelectorAll('.to-bills')) {
  back.addEventListener('click', () => doing(back, toBills))
}

await doing($('sign-in'), async () => {
  const tokens = await comeBack()
  if (tokens) {
    await signedIn(tokens)
  }
})
