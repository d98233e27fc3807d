namespace Catalog.Engine.Analytics;

/// <summary>Everybody together.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Returning">How many did more than one thing.</param>
/// <param name="Acts">What all did.</param>
/// <param name="Amount">What all of it came to.</param>
/// <param name="Unknown">Acts of those there was no room for.</param>
public readonly record struct ActivityTotals(int Count, int Returning, long Acts, long Amount, long Unknown)
{
    /// <summary>The mean amount of one: the lifetime value; 0 of nobody.</summary>
    public double MeanAmount => Count == 0 ? 0 : (double)Amount / Count;
}
