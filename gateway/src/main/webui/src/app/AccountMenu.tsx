import { UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { signOut } from '../api/session'
import { useTranslation } from '../texts/useTranslation'
import { useAccount } from './queries'

/** Whose account it is, and the way out. */
export default function AccountMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const email = useAccount().data?.email
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'email', label: <span className="long">{email ?? '…'}</span>, disabled: true },
          { type: 'divider' },
          { key: 'orders', label: t('nav.orders'), onClick: () => navigate('/orders') },
          { key: 'titles', label: t('nav.titles'), onClick: () => navigate('/titles') },
          { key: 'support', label: t('nav.support'), onClick: () => navigate('/support') },
          { key: 'account', label: t('nav.account'), onClick: () => navigate('/account') },
          { key: 'out', label: t('nav.signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('nav.accountMenu')} />
    </Dropdown>
  )
}
