/**
 * antd's TextArea, apart from Input: the first pages have no room for it. Never with `autoSize`, which
 * sets a style attribute, and our policy forbids that.
 */
export { default as TextArea } from 'antd/es/input/TextArea'
