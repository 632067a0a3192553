package org.fapiaosuite.fapiao.support.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fapiaosuite.fapiao.issuing.Fapiaos;
import org.fapiaosuite.fapiao.money.Amount;
import org.fapiaosuite.fapiao.seller.SellerText;
import org.fapiaosuite.fapiao.support.CaseFile;
import org.fapiaosuite.fapiao.support.CaseFiles;
import org.fapiaosuite.fapiao.support.CaseMessages;
import org.fapiaosuite.fapiao.support.CasePart;
import org.fapiaosuite.fapiao.support.Decision;
import org.fapiaosuite.fapiao.support.ReturnParcel;
import org.fapiaosuite.fapiao.support.SendBacks;
import org.fapiaosuite.fapiao.support.SupportCase;
import org.fapiaosuite.fapiao.support.events.CaseEvent;
import org.fapiaosuite.fapiao.title.Buyer;
import org.fapiaosuite.fapiao.title.BuyerData;
import org.fapiaosuite.rest.language.CallerLanguage;
import org.jspecify.annotations.Nullable;

/** Shows support cases in the caller's language. */
@ApplicationScoped
class CaseViews {

  private final CaseMessages messages;
  private final CaseFiles files;
  private final Fapiaos fapiaos;
  private final SendBacks sendBacks;
  private final CallerLanguage language;

  CaseViews(
      CaseMessages messages,
      CaseFiles files,
      Fapiaos fapiaos,
      SendBacks sendBacks,
      CallerLanguage language) {
    this.messages = messages;
    this.files = files;
    this.fapiaos = fapiaos;
    this.sendBacks = sendBacks;
    this.language = language;
  }

  /**
   * A case on its own, with its conversation.
   *
   * @param titles how the reader may see titles
   */
  CaseView of(SupportCase found, Function<Buyer, BuyerData> titles) {
    return view(
        found,
        fapiaos.idsOf(applications(found).toList()),
        titles,
        conversation(found),
        sendBack(found));
  }

  /** What to see of the cases of a page, with few questions to the database. */
  Function<SupportCase, CaseView> listed(
      List<SupportCase> page, Function<Buyer, BuyerData> titles) {
    List<UUID> applications = page.stream().flatMap(CaseViews::applications).toList();
    Map<UUID, List<UUID>> issued = fapiaos.idsOf(applications);
    return found -> view(found, issued, titles, null, null);
  }

  private static CaseView view(
      SupportCase found,
      Map<UUID, List<UUID>> issued,
      Function<Buyer, BuyerData> titles,
      @Nullable List<CaseView.Message> conversation,
      CaseView.@Nullable SendBack sendBack) {
    Decision decision = found.decision();
    Buyer newTitle = found.newTitle();
    return new CaseView(
        found.id(),
        found.kind(),
        found.status(),
        found.billId(),
        found.applicationId(),
        found.orderNumbers(),
        applications(found).flatMap(id -> issued.getOrDefault(id, List.of()).stream()).toList(),
        found.createdAt(),
        found.dueAt(),
        found.answeredAt(),
        conversation,
        found.parts().isEmpty() ? null : parts(found, titles),
        newTitle == null ? null : titles.apply(newTitle),
        decision == null ? null : new CaseView.Approval(decision.approved(), decision.at()),
        sendBack);
  }

  private static Stream<UUID> applications(SupportCase found) {
    return Stream.concat(
            Stream.ofNullable(found.applicationId()),
            found.parts().stream().map(CasePart::applicationId))
        .filter(Objects::nonNull);
  }

  private static List<CaseView.Part> parts(SupportCase found, Function<Buyer, BuyerData> titles) {
    return found.parts().stream()
        .map(
            part ->
                new CaseView.Part(
                    Amount.of(part.amount()), titles.apply(part.title()), part.applicationId()))
        .toList();
  }

  private List<CaseView.Message> conversation(SupportCase found) {
    Map<UUID, List<CaseView.File>> brought =
        files.of(found.id()).stream()
            .collect(
                Collectors.groupingBy(
                    CaseFile::messageId, Collectors.mapping(CaseViews::file, Collectors.toList())));
    return messages.of(found.id()).stream()
        .map(
            said ->
                new CaseView.Message(
                    said.at(),
                    said.author(),
                    said.text(),
                    brought.getOrDefault(said.id(), List.of())))
        .toList();
  }

  private static CaseView.File file(CaseFile file) {
    return new CaseView.File(file.id(), file.name(), file.mediaType(), file.document().size());
  }

  private CaseView.@Nullable SendBack sendBack(SupportCase found) {
    Locale locale = language.locale();
    ReturnParcel parcel = found.parcel();
    CaseEvent.SendBack papers = sendBacks.of(found).orElse(null);
    return papers == null
        ? null
        : new CaseView.SendBack(
            papers.situation(),
            papers.copies(),
            papers.situation().in(locale),
            in(papers.recipient(), locale),
            in(papers.address(), locale),
            papers.phone(),
            parcel == null
                ? null
                : new CaseView.Parcel(parcel.carrier(), parcel.waybill(), parcel.enteredAt()));
  }

  private static @Nullable String in(@Nullable SellerText text, Locale locale) {
    return text == null ? null : text.in(locale);
  }
}
