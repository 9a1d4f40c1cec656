namespace HotGigs.Application.Users;

/// <summary>Who was signed out, and when: no token from before that moment identifies them any more.</summary>
public interface ISignOuts
{
    /// <summary>Signs a user out now: their live connections are closed, their tokens and tickets until now are refused.</summary>
    void SignOut(string userId);

    /// <summary>Whether a token was issued to a user before they were signed out.</summary>
    bool Covers(string userId, DateTimeOffset tokenIssuedAt);
}
