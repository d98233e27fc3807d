using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>An account with its password hash.</summary>
/// <param name="Outcome">Whether there is one.</param>
/// <param name="Profile">The account, or nobody.</param>
/// <param name="PasswordHash">Its password hash, or nothing.</param>
public readonly record struct CredentialsAnswer(AccountOutcome Outcome, AccountProfile Profile, string PasswordHash)
    : IResult<CredentialsAnswer>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write((ulong)Outcome);
        Profile.Write(ref writer);
        writer.Write(PasswordHash);
    }

    /// <inheritdoc/>
    public static CredentialsAnswer Read(ref MessagePackReader reader) =>
        new((AccountOutcome)reader.ReadUInt64(), AccountProfile.Read(ref reader), reader.ReadString());
}
