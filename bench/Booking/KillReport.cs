using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking;

/// <summary>What the rounds of kills came to.</summary>
internal sealed class KillReport
{
    private const string Name = "booking-kill9";

    private readonly LatencyHistogram _readyAgain = new();
    private int _roundCount;
    private int _killsWhileStarting;
    private int _faultCount;

    /// <summary>Counts a round and says how it went.</summary>
    public void Add(TimeSpan startTime, int killsWhileStarting, BuyerTally all, IReadOnlyCollection<string> faults)
    {
        _roundCount++;
        _killsWhileStarting += killsWhileStarting;
        _faultCount += faults.Count;
        _readyAgain.Record(startTime);
        string verdict = faults.Count == 0 ? "none lost, none doubled" : $"{faults.Count} faults";
        BenchRun.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"round {_roundCount}: ready again after {startTime.TotalMilliseconds:0} ms, " +
            $"acknowledged so far {all.Reserved:N0} holds, {all.Confirmed:N0} payments, {verdict}"));
        foreach (string fault in faults) BenchRun.Say($"  {fault}");
    }

    /// <summary>Adds the rows.</summary>
    public void Write(RowSink<LoadRow> rows, BuyerTally all)
    {
        void Row(string metric, double value, string unit, string bar = "", bool held = true) =>
            rows.Add(new LoadRow(Name, metric, value, unit, bar, held));
        Row("kills under load", _roundCount, "kills");
        Row("kills while recovering", _killsWhileStarting, "kills");
        Row("holds acknowledged", all.Reserved, "holds");
        Row("payments acknowledged", all.Confirmed, "payments");
        Row("releases and cancellations acknowledged", all.Undone, "changes");
        Row("requests cut off by a kill", all.CutOff, "requests");
        Row("of these, payments ended as declined", all.Declined, "payments");
        Row("bookings compared after kills", all.Compared, "bookings");
        Row("answers asked for again after kills", all.Repeated, "answers");
        Row("lost, doubled or answered otherwise", _faultCount, "faults", "exactly 0", _faultCount == 0);
        Row("ready again, median", _readyAgain.PercentileMs(50), "ms");
        Row("ready again, longest", _readyAgain.MaxNs / 1e6, "ms");
    }
}
