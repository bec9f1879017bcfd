import { QueryClient } from '@tanstack/react-query'
import { Refusal } from './refusal.ts'

/** Whether asking again by itself may help: nobody answered, or the database was away. */
const mayPass = (error: unknown) => error instanceof Refusal && (error.status === 0 || error.status === 503)

/** What the browser knows of the server; one for the whole application. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && mayPass(error),
      // The product runs without internet, so the browser's "offline" says nothing.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
