-- Who sells, as it stands on the order invoice; the newest row that was valid on the day of the
-- payment is used. The first row is an example to be replaced by the operator's own.
CREATE TABLE seller (
  valid_from   date NOT NULL PRIMARY KEY,
  name         text NOT NULL,
  name_en      text NOT NULL,
  tax_id       text NOT NULL,
  address      text NOT NULL,
  phone        text NOT NULL,
  bank_name    text NOT NULL,
  bank_account text NOT NULL
);
INSERT INTO seller VALUES (
  '2014-01-01',
  '示例云服务（上海）有限公司',
  'Example Cloud Services (Shanghai) Co., Ltd.',
  '91310115MA1K4BCD5F',
  '上海市浦东新区科苑路88号德国中心3号楼657室',
  '021-28986102',
  '示例银行上海张江支行',
  '1001 2345 6789 0123 456'
);
