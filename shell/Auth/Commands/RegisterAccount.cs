using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Makes an account and its first session; refused when the email address is taken.</summary>
public readonly record struct RegisterAccount(long TimeMs, NewAccount Account, NewSession Session)
    : ICommand<AccountAnswer>, IWireCommand<RegisterAccount>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Account.Write(ref writer);
        Session.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RegisterAccount Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RegisterAccount(
            reader.ReadInt64(),
            NewAccount.Read(ref reader),
            NewSession.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}
