import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { restore } from './api/session'
import { App } from './app/App'
import { watchFragment } from './app/fragment'
import { startTexts } from './texts/language'

watchFragment()
void restore()
await startTexts()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
