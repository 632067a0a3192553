import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { restore } from './api/session'
import { App } from './app/App'
import { watchFragment } from './app/fragment'
import { giveNonceToStyles } from './app/nonce'
import { startTexts } from './texts/language'

giveNonceToStyles()
watchFragment()
void restore()
await startTexts()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
