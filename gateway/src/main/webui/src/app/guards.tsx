import { Navigate, Outlet, useLocation } from 'react-router'
import { useSession } from './hooks'
import { PageSkeleton } from './PageSkeleton'
import { StaffNotice } from './StaffNotice'

/** Lets signed-in customers through; others sign in first and come back here. */
export function CustomersOnly() {
  const session = useSession()
  const location = useLocation()
  switch (session.state) {
    case 'restoring':
      return <PageSkeleton />
    case 'password-change':
      return <Navigate to="/set-password" replace />
    case 'signed-out':
      return session.why === 'left' ? (
        <Navigate to="/" replace />
      ) : (
        <Navigate
          to="/sign-in"
          replace
          state={{ from: location.pathname + location.search, ended: session.why === 'ended' }}
        />
      )
    case 'signed-in':
      return session.scope === 'staff' ? <StaffNotice /> : <Outlet />
  }
}
