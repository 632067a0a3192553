package org.fapiaosuite.fapiao.seller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.NotBlank;
import org.fapiaosuite.rest.language.InEachLanguage;

/**
 * The seller's profile until a lead enters another one; the address is that of the seller's guide.
 */
@ConfigMapping(prefix = "fapiao.seller")
public interface SellerConfig {

  /** The registered name. */
  Name name();

  /** The seller's own taxpayer id. */
  @WithDefault("91310115MA1K4BCD5J")
  @NotBlank
  String taxpayerId();

  /** Who is printed as having drawn a Fapiao up. */
  @WithDefault("Zhu qin qin")
  @NotBlank
  String drawer();

  /** Where buyers send papers back to. */
  ReturnAddress returnAddress();

  /** Who receives them there. */
  Recipient recipient();

  /** The recipient's telephone. */
  @WithDefault("021-28986102")
  @NotBlank
  String phone();

  /** The registered name, in each language. */
  interface Name extends InEachLanguage {

    @Override
    @WithDefault("Example Cloud Services (Shanghai) Co., Ltd.")
    String en();

    @Override
    @WithDefault("示例云服务（上海）有限公司")
    @WithName("zh-CN")
    String chinese();

    @Override
    @WithDefault("Example Cloud Services (Shanghai) Co., Ltd.")
    String de();
  }

  /** The address for returns, in each language. */
  interface ReturnAddress extends InEachLanguage {

    @Override
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road No. 88, German Center, building 3, 657")
    String en();

    @Override
    @WithDefault("上海市浦东新区科苑路88号德国中心3号楼657室")
    @WithName("zh-CN")
    String chinese();

    @Override
    @WithDefault("Shanghai, Pudong New Area, Keyuan Road 88, German Center, Gebäude 3, Raum 657")
    String de();
  }

  /** Who receives returns, in each language. */
  interface Recipient extends InEachLanguage {

    @Override
    @WithDefault("Fapiao service centre, Zhu qin qin")
    String en();

    @Override
    @WithDefault("发票服务中心 Zhu qin qin")
    @WithName("zh-CN")
    String chinese();

    @Override
    @WithDefault("Fapiao-Servicecenter, Zhu qin qin")
    String de();
  }
}
