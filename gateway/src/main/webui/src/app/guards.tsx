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
      if (session.why === 'left') {
        return <Navigate to="/" replace />
      }
      if (session.why === 'erased') {
        return <Navigate to="/erased" replace />
      }
      return (
        <Navigate
          to="/sign-in"
          replace
          state={{
            from: location.pathname + location.search,
            ended: session.why === 'ended',
            changed: session.why === 'password-changed',
          }}
        />
      )
    case 'signed-in':
      return session.scope === 'staff' ? <StaffNotice /> : <Outlet />
  }
}
