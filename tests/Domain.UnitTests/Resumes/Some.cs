using HotGigs.Domain.Resumes;
using HotGigs.Domain.UnitTests.Users;
using HotGigs.Domain.Users;

namespace HotGigs.Domain.UnitTests.Resumes;

/// <summary>Resumes at the points of their way that tests begin at.</summary>
internal static class Some
{
    public static readonly ResumeProfile Profile = new() { FullName = "Ada Lovelace", Email = "ada@mail.example" };

    public static Resume Uploaded(UserIdentity? by = null, ResumeSource source = ResumeSource.RecruiterUpload) => Resume.Upload(
        Guid.CreateVersion7(At.Noon), by ?? People.Rita, source, "ada.pdf", "7f/7f01", ResumeFormat.Pdf, 1_234, At.Noon);

    public static Resume Claimed()
    {
        var resume = Uploaded();
        resume.Claim("worker 1", At.Minute(1));
        return resume;
    }

    public static Resume Completed()
    {
        var resume = Claimed();
        resume.Advance(ProcessingStep.MatchingJobs, At.Minute(2));
        resume.LinkCandidate(Guid.CreateVersion7(At.Noon), Profile);
        resume.Complete(At.Minute(3));
        return resume;
    }

    public static Resume Failed()
    {
        var resume = Claimed();
        resume.Fail("The file is damaged.", At.Minute(2));
        return resume;
    }
}
