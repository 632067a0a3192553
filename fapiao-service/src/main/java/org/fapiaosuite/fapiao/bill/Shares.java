package org.fapiaosuite.fapiao.bill;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fapiaosuite.kernel.Money;

/** The shares of one bill and what applications do with them. */
final class Shares {

  private final List<BillShare> shares;

  Shares(List<BillShare> shares) {
    this.shares = shares;
  }

  Money availableFor(String titleKey) {
    return Money.sum(
        shares.stream().filter(s -> s.isFreeFor(titleKey)).map(BillShare::amount).toList());
  }

  /** Holds free shares up to the amount; of the last one only the part that is needed. */
  void hold(UUID application, Money amount, String titleKey, Supplier<UUID> ids) {
    hold(application, amount, titleKey, ids, share -> share.isFreeFor(titleKey));
  }

  /** The same whatever title they are bound to, those of the former title first. */
  void holdAgain(
      UUID application, Money amount, String formerTitle, String titleKey, Supplier<UUID> ids) {
    Money left = hold(application, amount, titleKey, ids, share -> share.isFreeFor(formerTitle));
    hold(application, left, titleKey, ids, BillShare::isFree);
  }

  /** Returns what could not be held. */
  private Money hold(
      UUID application,
      Money amount,
      String titleKey,
      Supplier<UUID> ids,
      Predicate<BillShare> eligible) {
    Money left = amount;
    for (BillShare share : List.copyOf(shares)) {
      if (left.isZero() || !eligible.test(share)) {
        continue;
      }
      if (share.amount().isMoreThan(left)) {
        shares.add(share.divide(ids.get(), left, titleKey));
      }
      left = left.minus(share.amount());
      share.hold(ids.get(), application);
      share.rebind(titleKey);
    }
    return left;
  }

  /**
   * An application gives back some of what it holds: first what a refund has taken, which is gone,
   * then what is free again, for the same title while anything is held.
   */
  void giveBack(
      UUID application, Money refunded, Money freed, String titleKey, Supplier<UUID> ids) {
    Money left = freed.plus(refunded.minus(takeHeld(application, refunded)));
    for (ShareHold hold : holdsOf(application)) {
      if (!hold.amount().isMoreThan(left)) {
        left = left.minus(hold.amount());
        hold.end();
      } else if (!left.isZero()) {
        shares.add(hold.giveBack(ids.get(), left, titleKey));
        left = Money.ZERO;
      }
    }
    if (!left.isZero()) {
      throw new IllegalArgumentException("more than the application holds");
    }
    reunite();
  }

  /** Ends what an application holds; returns how much that was. */
  Money release(UUID application) {
    List<ShareHold> holds = holdsOf(application);
    holds.forEach(ShareHold::end);
    reunite();
    return Money.sum(holds.stream().map(ShareHold::amount).toList());
  }

  Money heldBy(UUID application) {
    return Money.sum(holdsOf(application).stream().map(ShareHold::amount).toList());
  }

  /** Takes an amount from what nobody holds; returns what could not be taken. */
  Money takeFree(Money amount) {
    Money left = amount;
    for (BillShare share : shares) {
      if (share.isFree()) {
        Money taken = share.amount().smaller(left);
        share.shrink(taken);
        left = left.minus(taken);
      }
    }
    return left;
  }

  /** Takes an amount from what an application holds; returns how much could be taken. */
  Money takeHeld(UUID application, Money amount) {
    Money left = amount;
    for (BillShare share : shares) {
      ShareHold hold = share.liveHold().filter(h -> h.isOf(application)).orElse(null);
      if (hold != null) {
        Money taken = hold.amount().smaller(left);
        hold.shrink(taken);
        left = left.minus(taken);
      }
    }
    return amount.minus(left);
  }

  /** Makes of what nobody holds a share for each title, which stay apart from now on. */
  void split(Bill bill, List<TitledAmount> parts, Supplier<UUID> ids) {
    shares.stream().filter(BillShare::isFree).forEach(share -> share.shrink(share.amount()));
    for (TitledAmount part : parts) {
      shares.add(new BillShare(ids.get(), bill, part.amount(), part.titleKey(), true));
    }
  }

  /** Applications that hold something, in the order of the shares. */
  List<UUID> holders() {
    return shares.stream()
        .flatMap(share -> share.liveHold().stream())
        .map(ShareHold::applicationId)
        .distinct()
        .toList();
  }

  private List<ShareHold> holdsOf(UUID application) {
    return shares.stream()
        .flatMap(share -> share.liveHold().stream())
        .filter(hold -> hold.isOf(application))
        .toList();
  }

  /** Joins free shares of one title; when nothing is held any more, any title may follow. */
  private void reunite() {
    boolean untouched = shares.stream().noneMatch(share -> share.liveHold().isPresent());
    List<BillShare> free = shares.stream().filter(s -> s.isFree() && !s.byLead()).toList();
    for (BillShare share : free) {
      for (BillShare other : free) {
        if (share != other && share.isFree() && other.isFree() && share.hasSameTitleAs(other)) {
          share.absorb(other);
        }
      }
    }
    if (untouched) {
      free.forEach(share -> share.bind(null));
    }
  }
}
