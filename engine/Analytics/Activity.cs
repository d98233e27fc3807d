namespace Catalog.Engine.Analytics;

/// <summary>What somebody did so far.</summary>
/// <param name="Id">Who: a customer, a player, a member.</param>
/// <param name="FirstMs">The first act, milliseconds since 1970.</param>
/// <param name="LastMs">The last one.</param>
/// <param name="Acts">How many.</param>
/// <param name="Amount">What they came to, with everything that was taken back: the value so far.</param>
/// <param name="Periods">In how many periods there were any, of the 64 that begin with the first.</param>
public readonly record struct Activity(ulong Id, long FirstMs, long LastMs, long Acts, long Amount, int Periods);
