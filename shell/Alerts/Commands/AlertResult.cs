using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>The answer to a command about alerts.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Id">The rule or alert it is about.</param>
public readonly record struct AlertResult(AlertOutcome Outcome, ulong Id) : IResult<AlertResult>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write((ulong)Outcome);
        writer.Write(Id);
    }

    /// <inheritdoc/>
    public static AlertResult Read(ref MessagePackReader reader) =>
        new((AlertOutcome)reader.ReadUInt64(), reader.ReadUInt64());
}
