using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>The answer to a command about exports.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Id">The export or report it is about.</param>
public readonly record struct ExportResult(ExportOutcome Outcome, ulong Id) : IResult<ExportResult>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write((ulong)Outcome);
        writer.Write(Id);
    }

    /// <inheritdoc/>
    public static ExportResult Read(ref MessagePackReader reader) =>
        new((ExportOutcome)reader.ReadUInt64(), reader.ReadUInt64());
}
