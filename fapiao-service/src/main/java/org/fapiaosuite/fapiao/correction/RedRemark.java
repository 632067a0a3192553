package org.fapiaosuite.fapiao.correction;

import org.fapiaosuite.fapiao.issuing.Fapiao;
import org.fapiaosuite.fapiao.issuing.LegalNumber;
import org.fapiaosuite.fapiao.kind.FapiaoType;
import org.fapiaosuite.fapiao.kind.Medium;
import org.jspecify.annotations.Nullable;

/** What a red letter has to say of the Fapiao it takes back, in the bureau's own words. */
final class RedRemark {

  private RedRemark() {}

  static String of(Fapiao fapiao, @Nullable CorrectionForm form) {
    LegalNumber blue = fapiao.legalNumber();
    if (fapiao.medium() == Medium.ELECTRONIC) {
      String reversed = "被红冲蓝字数电票号码：" + blue.number();
      return form == null ? reversed : reversed + " 红字发票信息确认单编号：" + form.number();
    }
    if (fapiao.type() == FapiaoType.SPECIAL && form != null) {
      return "开具红字增值税专用发票信息表编号" + form.number();
    }
    return blue.code() == null
        ? "对应正数发票号码:" + blue.number()
        : "对应正数发票代码:" + blue.code() + "号码:" + blue.number();
  }
}
