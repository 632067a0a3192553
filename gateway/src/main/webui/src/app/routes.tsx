import { createBrowserRouter, type RouteObject } from 'react-router'
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
  { path: 'help', lazy: () => import('../help/HelpPage') },
]

/** Pages of a signed-in customer. */
const own: RouteObject[] = [
  { path: 'bills', lazy: () => import('../bills/BillsPage') },
  { path: 'apply/:billIds', lazy: () => import('../apply/ApplyPage') },
  { path: 'applications', lazy: () => import('../applications/ApplicationsPage') },
  { path: 'applications/:id', lazy: () => import('../applications/ApplicationPage') },
  { path: 'account', lazy: () => import('../account/AccountPage') },
]

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
