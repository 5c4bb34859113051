using System.Security.Cryptography;

namespace Beian.Web.Features.Account;

/// <summary>A password somebody else gives: shown once, good until its owner signs in and chooses another.</summary>
public static class InitialPassword
{
    // Nothing that is mistaken for another sign when read out.
    private const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789-+*";

    public static string New(string userName)
    {
        while (true)
            if (RandomNumberGenerator.GetString(Signs, 14) is var password && PasswordRules.Check(password, userName) is null)
                return password;
    }
}
