using HotGigs.Domain.Common;

namespace HotGigs.Domain.Resumes;

/// <summary>By which way a resume came in. The numbers are stored: append only.</summary>
public enum ResumeSource
{
    /// <summary>A candidate uploaded their own.</summary>
    [WireName("candidate_upload")]
    CandidateUpload = 1,

    /// <summary>A recruiter or an admin uploaded one file.</summary>
    [WireName("recruiter_upload")]
    RecruiterUpload = 2,

    /// <summary>It was one file of many.</summary>
    [WireName("bulk_upload")]
    BulkUpload = 3,

    /// <summary>It was found in a Google Drive folder.</summary>
    [WireName("google_drive")]
    GoogleDrive = 4,

    /// <summary>Another program sent it.</summary>
    [WireName("api_import")]
    ApiImport = 5,
}
