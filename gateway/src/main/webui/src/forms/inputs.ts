/** antd's Input without what hangs on it (TextArea, OTP, Search): the first pages have to be small. */
export { default as Input } from 'antd/es/input/Input'
export { default as Password } from 'antd/es/input/Password'
