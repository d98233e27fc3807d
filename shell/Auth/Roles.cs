namespace Catalog.Shell.Auth;

/// <summary>Roles by the names clients know them under.</summary>
public static class Roles
{
    private const string Customer = "customer";
    private const string Admin = "admin";

    /// <summary>The role's name.</summary>
    public static string NameOf(AccountRole role) => role == AccountRole.Admin ? Admin : Customer;

    /// <summary>Finds a role by its name.</summary>
    public static bool TryParse(string? name, out AccountRole role)
    {
        role = name == Admin ? AccountRole.Admin : AccountRole.Customer;
        return name is Admin or Customer;
    }
}
