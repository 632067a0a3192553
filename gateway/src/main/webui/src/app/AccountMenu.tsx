import { UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { account, answer } from '../api/client'
import { signOut } from '../api/session'
import { useTranslation } from '../texts/useTranslation'

/** Whose account it is, and the way out. */
export default function AccountMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const email = useQuery({
    queryKey: ['account'],
    queryFn: () => answer(account.GET('/api/v1/account')),
  }).data?.email
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'email', label: <span className="long">{email ?? '…'}</span>, disabled: true },
          { type: 'divider' },
          { key: 'account', label: t('nav.account'), onClick: () => navigate('/account') },
          { key: 'out', label: t('nav.signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('nav.accountMenu')} />
    </Dropdown>
  )
}
