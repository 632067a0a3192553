package org.fapiaosuite.fapiao.correction;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fapiaosuite.fapiao.Story;
import org.fapiaosuite.testkit.TestClock;
import org.fapiaosuite.testkit.audit.AuditContract;
import org.fapiaosuite.testkit.audit.AuditContract.Call;
import org.fapiaosuite.testkit.audit.AuditContract.Made;

/** How each operation about corrections is called so that it succeeds. */
public final class CorrectionCalls {

  private static final String CENTRE = "/api/v1/service-centre/";
  private static final String DAY = "2026-11-20";

  private final CorrectionSteps steps = new CorrectionSteps();
  private final TestClock clock;

  public CorrectionCalls(TestClock clock) {
    this.clock = clock;
  }

  public Map<String, Call> all() {
    Map<String, Call> calls = new TreeMap<>();
    calls.put("checkInReturn", caller -> checkIn(caller, steps.ordinary("10.00")));
    calls.put(
        "askForCorrection",
        caller ->
            act(
                caller,
                steps.ordinary("10.00"),
                "correction",
                Map.of("declared", false, "usedByBuyer", false, "bookedByBuyer", false)));
    calls.put("prepareVoid", caller -> act(caller, returned(), "void", Map.of("reason", "x")));
    calls.put(
        "prepareRedLetter",
        caller ->
            act(caller, steps.electronic("10.00"), "red-letter", Map.of("reason", "ISSUE_ERROR")));
    calls.put(
        "approveCorrection",
        caller -> act(caller, prepared(), "approval", Map.of("approve", true)));
    calls.put(
        "recordReversal", caller -> act(caller, approved(), "reversal-record", Map.of("on", DAY)));
    calls.put("reissueFapiao", caller -> act(caller, voided(), "reissue", Map.of()));
    calls.put("findFapiaos", this::find);
    calls.put("listCorrections", caller -> read(caller, "corrections?fapiaoId=", prepared()));
    calls.put("listDeficits", caller -> AuditContract.made(caller.get(CENTRE + "deficits")));
    Map<String, Call> inNovember = new TreeMap<>();
    calls.forEach((id, call) -> inNovember.put(id, inNovember(call)));
    return inNovember;
  }

  /** Fapiao are void in the month of their issue only. */
  private Call inNovember(Call call) {
    return caller -> {
      clock.set(Instant.parse("2026-11-20T04:00:00Z"));
      try {
        return call.by(caller);
      } finally {
        clock.reset();
      }
    };
  }

  private static Made act(
      RequestSpecification caller, String fapiao, String act, Map<String, ?> body) {
    return AuditContract.made(CorrectionSteps.act(caller, fapiao, act, body), fapiao);
  }

  private static Made checkIn(RequestSpecification caller, String fapiao) {
    return act(
        caller, fapiao, "return-check-in", Map.of("copies", List.of("INVOICE"), "receivedOn", DAY));
  }

  private static Made read(RequestSpecification caller, String path, String fapiao) {
    return AuditContract.made(caller.get(CENTRE + path + fapiao), fapiao);
  }

  private Made find(RequestSpecification caller) {
    String fapiao = steps.ordinary("10.00");
    String number = steps.fapiao(fapiao).getString("number");
    return AuditContract.made(caller.get(CENTRE + "fapiaos?number=" + number), fapiao);
  }

  private String returned() {
    String fapiao = steps.ordinary("10.00");
    checkIn(Story.staff("CLERK"), fapiao).answer().then().statusCode(200);
    return fapiao;
  }

  private String prepared() {
    String fapiao = returned();
    steps.prepareVoid(fapiao).then().statusCode(202);
    return fapiao;
  }

  private String approved() {
    String fapiao = prepared();
    steps.approve(fapiao).then().statusCode(200);
    return fapiao;
  }

  private String voided() {
    String fapiao = approved();
    steps.record(fapiao, DAY).then().statusCode(200);
    return fapiao;
  }
}
