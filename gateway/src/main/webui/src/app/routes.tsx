import { createBrowserRouter, type RouteObject } from 'react-router'
import { wantOwnTexts } from '../texts/language'
import { ErrorPage } from './ErrorPage'
import { CustomersOnly } from './guards'
import { PageSkeleton } from './PageSkeleton'
import { Shell } from './Shell'

/** Pages that anybody can read. */
const open: RouteObject[] = [
  { index: true, lazy: () => import('../front/FrontPage') },
  { path: 'register', lazy: () => import('../account/RegisterPage') },
  { path: 'activate', lazy: () => import('../account/ActivatePage') },
  { path: 'email-change', lazy: () => import('../account/EmailChangePage') },
  { path: 'claims', lazy: () => import('../account/ClaimsPage') },
  { path: 'sign-in', lazy: () => import('../account/SignInPage') },
  { path: 'forgotten', lazy: () => import('../account/ForgottenPage') },
  { path: 'resend', lazy: () => import('../account/ResendPage') },
  { path: 'set-password', lazy: () => import('../account/SetPasswordPage') },
  { path: 'erased', lazy: () => import('../account/ErasedPage') },
  { path: 'help', lazy: () => import('../help/HelpPage') },
]

/** Pages of a signed-in customer; what they say comes with them. */
const own: RouteObject[] = [
  { path: 'bills', lazy: () => withTexts(import('../bills/BillsPage')) },
  { path: 'apply/:billIds', lazy: () => withTexts(import('../apply/ApplyPage')) },
  { path: 'applications', lazy: () => withTexts(import('../applications/ApplicationsPage')) },
  { path: 'applications/:id', lazy: () => withTexts(import('../applications/ApplicationPage')) },
  { path: 'fapiaos', lazy: () => withTexts(import('../fapiaos/FapiaosPage')) },
  { path: 'orders', lazy: () => withTexts(import('../orders/OrdersPage')) },
  { path: 'orders/:orderNumber', lazy: () => withTexts(import('../orders/OrderPage')) },
  { path: 'support', lazy: () => withTexts(import('../support/SupportPage')) },
  { path: 'support/new', lazy: () => withTexts(import('../support/NewCasePage')) },
  { path: 'support/:id', lazy: () => withTexts(import('../support/CasePage')) },
  { path: 'titles', lazy: () => withTexts(import('../titles/TitlesPage')) },
  { path: 'titles/:id', lazy: () => withTexts(import('../titles/TitlePage')) },
  { path: 'account', lazy: () => withTexts(import('../account/AccountPage')) },
  { path: 'account/erase', lazy: () => withTexts(import('../account/ErasePage')) },
]

async function withTexts<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([page, wantOwnTexts()])
  return loaded
}

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: ErrorPage,
    HydrateFallback: PageSkeleton,
    children: [
      {
        ErrorBoundary: ErrorPage,
        children: [
          ...open,
          { Component: CustomersOnly, children: own },
          { path: '*', lazy: () => import('./NotFoundPage') },
        ],
      },
    ],
  },
])
