package org.fapiaosuite.ordersync.fact;

/** What keeps an order from being told of: staff can mend all of it but the customer. */
public enum DetailFlaw {
  /** Nobody told whose order it is; only the platform can. */
  CUSTOMER_MISSING,
  /** Nobody told who paid. */
  PAYER_NAME_MISSING,
  /** No title can ever be the same as the name that was told. */
  PAYER_NAME_UNUSABLE,
  /** Nobody told whom to write to. */
  PAYER_EMAIL_MISSING,
  /** What was told is no address that mail can be sent to. */
  PAYER_EMAIL_UNUSABLE,
  /** Nobody told what was bought. */
  PRODUCT_MISSING,
  /** Nobody told how many, or what was told is no number of things. */
  QUANTITY_MISSING
}
