using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>
/// Trades a refresh token for the next. Asked again within <see cref="AccountMachine.RepeatMs"/> it comes to the same;
/// later, a token that was traded before ends the session.
/// </summary>
public readonly record struct RotateSession(long TimeMs, Digest Presented, NewSession Session)
    : ICommand<AccountAnswer>, IWireCommand<RotateSession>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Presented.Write(ref writer);
        Session.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RotateSession Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RotateSession(
            reader.ReadInt64(),
            Digest.Read(ref reader),
            NewSession.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
