package org.fapiaosuite.ordersync.order.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why an order may be released.
 *
 * @param reason for whoever decides, and for the record; at most 500 characters. Example: {@code
 *     Confirmed by the platform by phone}.
 */
record ReleaseRequest(@NotBlank @Size(max = 500) String reason) {}
