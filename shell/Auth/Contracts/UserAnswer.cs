using Catalog.Shell.Http;

namespace Catalog.Shell.Auth.Contracts;

/// <summary>An account as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Normalised email address.</param>
/// <param name="Role"><c>customer</c> or <c>admin</c>.</param>
public sealed record UserAnswer(ulong Id, string Name, string Email, string Role) : IExampled<UserAnswer>
{
    /// <inheritdoc/>
    public static UserAnswer Example => new(1, "Ada Lovelace", "ada@example.org", "customer");

    /// <summary>Makes the answer for an account.</summary>
    public static UserAnswer Of(in AccountProfile profile) =>
        new(profile.UserId, profile.Name, profile.Email, Roles.NameOf(profile.Role));
}
