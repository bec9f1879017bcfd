import './theme/tokens.css'
import './theme/fonts.css'
import './theme/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { whenSignedOut } from './platform/api.ts'
import { applyAppearance } from './platform/appearance.ts'
import { queries } from './platform/queries.ts'
import { leaveSession, sessionQuery } from './platform/session.ts'
import { router } from './routes.tsx'

// The page's security policy forbids making functions from text, which zod would try first.
config({ jitless: true })
applyAppearance()
whenSignedOut(leaveSession)

/** The code of the page that the address names, and what it asks for first. */
const preloadPage = () => router.preloadRoute({ to: router.latestLocation.pathname as '/' })

/** How long the first drawing waits, in milliseconds, so that the page is drawn once and whole; later it shows what it waits for. */
const patience = 600
const isReady = Promise.allSettled([queries.prefetchQuery(sessionQuery), preloadPage()])

function draw(): void {
  const place = document.getElementById('app')
  if (!place) throw new Error('index.html has no #app')
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

// Not awaited here: the code of the page imports from this very file, which would never have been read to its end.
void Promise.race([isReady, new Promise((resolve) => setTimeout(resolve, patience))]).then(draw)
