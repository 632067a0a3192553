package org.fapiaosuite.fapiao.issuing;

/** Whether a Fapiao states a sale or takes one back. */
public enum FapiaoColour {
  /** States a sale (蓝字). */
  BLUE,
  /** Takes back some or all of a blue one (红字); its amounts are below zero. */
  RED
}
