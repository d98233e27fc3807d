namespace Catalog.Bench.Shared.Rows;

/// <summary>One workload beside one peer, both medians of the same run.</summary>
/// <param name="System">The system.</param>
/// <param name="Workload">What was done.</param>
/// <param name="Layer"><c>in-process</c>, <c>durable</c>, <c>cluster</c>, <c>http</c>, <c>ws</c>, <c>resp</c> or
/// <c>remote</c>.</param>
/// <param name="Peer">Whom it is compared with.</param>
/// <param name="Ours">Our median.</param>
/// <param name="Theirs">The peer's median.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Ratio">How many times better ours is, whatever better means for the unit.</param>
internal sealed record VersusRow(
    string System, string Workload, string Layer, string Peer, double Ours, double Theirs, string Unit, double Ratio)
{
    /// <summary>A row of a rate: more is better.</summary>
    public static VersusRow Rate(Subject subject, string peer, double ours, double theirs, string unit = "ops/s") =>
        new(subject.System, subject.Workload, subject.Layer, peer, ours, theirs, unit, Quotient(ours, theirs));

    /// <summary>A row of a cost (time, size): less is better.</summary>
    public static VersusRow Cost(Subject subject, string peer, double ours, double theirs, string unit) =>
        new(subject.System, subject.Workload, subject.Layer, peer, ours, theirs, unit, Quotient(theirs, ours));

    // Nothing against nothing is even; JSON has no infinity, so nothing against something counts as a unit of it.
    private static double Quotient(double better, double worse) =>
        better == worse ? 1 : better / (worse == 0 ? 1 : worse);
}
