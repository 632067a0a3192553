-- The example of a seller had a wrong check character (GB 32100-2015); an operator's own stays.
UPDATE seller SET tax_id = '91310115MA1K4BCD5J' WHERE tax_id = '91310115MA1K4BCD5F';
