/**
 * antd's Form without Form.Provider: with it, each Input would bring all of antd's form handling
 * onto the first pages, which have to be small.
 */
import AntdForm, { useForm, useWatch } from 'antd/es/form/Form'
import Item from 'antd/es/form/FormItem'
import useFormInstance from 'antd/es/form/hooks/useFormInstance'

export const Form = Object.assign(AntdForm, { Item, useForm, useWatch, useFormInstance })
