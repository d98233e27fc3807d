namespace Catalog.Engine.Models.Text.Intents;

/// <summary>Numbers from one to another, both included.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest; <see cref="long.MaxValue"/> when there is none.</param>
public readonly record struct NumberRange(long Min, long Max)
{
    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(long value) => value >= Min && value <= Max;
}
