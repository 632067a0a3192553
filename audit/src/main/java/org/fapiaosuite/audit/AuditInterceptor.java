package org.fapiaosuite.audit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Puts a transaction around audited operations; what they begin themselves joins it. */
@Audited
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class AuditInterceptor {

  private final AuditedTransaction transaction;

  AuditInterceptor(AuditedTransaction transaction) {
    this.transaction = transaction;
  }

  @AroundInvoke
  Object audit(InvocationContext call) throws Exception {
    return transaction.run(call::proceed, call.getMethod(), call.getParameters());
  }
}
