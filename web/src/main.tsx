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
void queries.prefetchQuery(sessionQuery)

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
