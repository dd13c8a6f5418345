// Written by api/write-openapi.ts from the API's routes. Not to be edited.
export interface paths {
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account behind the token */
        get: operations["HouseController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Database and workflow service, seen from here */
        get: operations["HouseController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["HouseController_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Productions, newest first */
        get: operations["ProductionsController_list"];
        put?: never;
        /** Order a film from an upload, or from a folder or ZIP on this machine */
        post: operations["ProductionsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A production with its progress, steps and outputs */
        get: operations["ProductionsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of the script, the newest by default */
        get: operations["ProductionsController_script"];
        /** Change sentences: makes the next version and voids approvals of older ones */
        put: operations["SteeringController_revise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, and when, oldest first */
        get: operations["ProductionsController_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress as server-sent events; resumes with Last-Event-ID */
        get: operations["ProductionsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/outputs/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finished file, with Range */
        get: operations["ProductionsController_output"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be signed at either gate: version, author, digest and its parts */
        get: operations["GatesController_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the script, or request changes, bound to the digest of what was seen */
        post: operations["GatesController_decideScript"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/film/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release the film, or request changes, bound to the digest of film and record */
        post: operations["GatesController_decideFilm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a production; finished steps are kept and found again */
        post: operations["SteeringController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a production that was held */
        post: operations["SteeringController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a production; finished steps are kept */
        post: operations["SteeringController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again what failed or was cancelled; an approval of the same version stands */
        post: operations["SteeringController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/rerender": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next revision, with changed sentences or to make it once more */
        post: operations["SteeringController_rerender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries, newest first; an admin sees all, others their own */
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same entries, all of them, as a table */
        get: operations["AuditController_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the chain holds, from its first entry to its last */
        get: operations["AuditController_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything the review room shows of a version, beside the one signed before it */
        get: operations["ReviewController_room"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/review/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The film of a version as props (domain/film FilmProps), while it is not made yet */
        get: operations["ReviewController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/review/pictures/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a version of this film, by its digest */
        get: operations["ReviewController_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/review/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells open review rooms that something was said, decided or put before people */
        get: operations["ReviewController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said about a production, oldest first */
        get: operations["ReviewController_list"];
        put?: never;
        /** Say something of a version, a sentence, a frame or a range of frames */
        post: operations["ReviewController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/comments/{commentId}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a remark */
        post: operations["ReviewController_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/comments/{commentId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a remark as settled */
        post: operations["ReviewController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/comments/{commentId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up a settled remark again */
        post: operations["ReviewController_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a remark of your own, within minutes and unanswered */
        delete: operations["ReviewController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script on the desk: newest version, draft, and the findings it is checked against */
        get: operations["ScriptController_desk"];
        /** Save the draft on top of a save; 409 with who and when if there is a newer one */
        put: operations["ScriptController_save"];
        post?: never;
        /** Put the draft away and go back to the newest version */
        delete: operations["ScriptController_drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/draft/pulse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether somebody else has saved or sent a version since */
        get: operations["ScriptController_pulse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/draft/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the draft for approval as the next version */
        post: operations["ScriptController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/script/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of the script, newest first */
        get: operations["ScriptController_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/script/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two versions, sentence by sentence, word by word */
        get: operations["ScriptController_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One sentence spoken by the voice of the film; a sentence heard once is kept */
        post: operations["ScriptController_speech"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The film of the script on the desk as props, and what it was composed from (domain/draft Preview) */
        get: operations["ScriptController_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/pictures/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of this film, by its digest */
        get: operations["ScriptController_picture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lexicon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words whose reading the house fixes */
        get: operations["ScriptController_lexicon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Productions, findings and sentences that hold every word */
        get: operations["SearchController_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for the reader, what runs, the newest films */
        get: operations["DeskController_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/films": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Released films, newest first */
        get: operations["DeskController_films"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A small picture for lists: poster or middle slice */
        get: operations["DeskController_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in page may offer */
        get: operations["SessionController_ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["SessionController_read"];
        put?: never;
        /** Sign in with account and password */
        post: operations["SessionController_signIn"];
        /** Sign out */
        delete: operations["SessionController_leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step: six digits or a recovery code */
        post: operations["SessionController_secondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/once": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a link that works once */
        post: operations["SessionController_once"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom an invitation is for */
        post: operations["SessionController_invited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set the password an invitation asks for, and sign in */
        post: operations["SessionController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who is there, before signing */
        post: operations["SessionController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the own password */
        put: operations["SessionController_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Turn it on with a first code; answers the recovery codes, once */
        put: operations["AuthenticatorController_turnOn"];
        /** A new secret for an authenticator; it counts once a code of it was given */
        post: operations["AuthenticatorController_begin"];
        /** Turn it off, where the house does not ask for it */
        delete: operations["AuthenticatorController_turnOff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To the sign-on service */
        get: operations["SingleSignOnController_leave"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Back from the sign-on service */
        get: operations["SingleSignOnController_arrive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/media/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An address for one file that works for some minutes, for you alone */
        post: operations["MediaController_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/media/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file a signed address stands for, with Range */
        get: operations["MediaController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the own departments */
        get: operations["PeopleController_colleagues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every account, with how it can sign in */
        get: operations["PeopleController_accounts"];
        put?: never;
        /** A new account; answers the link on which its person sets a password, once */
        post: operations["PeopleController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, roles, departments; disable or enable. It acts at once */
        patch: operations["PeopleController_change"];
        trace?: never;
    };
    "/api/people/accounts/{account}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the password away and answer a link to set a new one */
        post: operations["PeopleController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/accounts/{account}/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take the second factor away, for a lost phone */
        delete: operations["PeopleController_resetAuthenticator"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every department */
        get: operations["DepartmentsController_list"];
        put?: never;
        /** A new department */
        post: operations["DepartmentsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{department}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, or let authors approve their own versions */
        patch: operations["DepartmentsController_change"];
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own tokens that still open something */
        get: operations["ApiTokensController_list"];
        put?: never;
        /** A new token; its secret is answered once */
        post: operations["ApiTokensController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token; it acts at once */
        delete: operations["ApiTokensController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules of the house */
        get: operations["SettingsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change rules of the house; they act at once */
        patch: operations["SettingsController_change"];
        trace?: never;
    };
    "/api/engines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models and voices found on this machine */
        get: operations["SettingsController_engines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bytes by kind, and what is free */
        get: operations["SettingsController_bytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every part of the house, asked now */
        get: operations["SettingsController_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your uploads that are not yet a film */
        get: operations["UploadsController_list"];
        put?: never;
        /** Begin an upload */
        post: operations["UploadsController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An upload: files and how much of each is there, and what was found in it */
        get: operations["UploadsController_read"];
        put?: never;
        post?: never;
        /** Delete an upload with its files */
        delete: operations["UploadsController_drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All files are there: look through them */
        post: operations["UploadsController_finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}/montage/{series}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sample images of a series, to see that no identity is in them */
        get: operations["UploadsController_montage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** tus: announce a file (Upload-Length; Upload-Metadata: index, group, kind) */
        post: operations["UploadsController_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{id}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** tus: take a file back */
        delete: operations["UploadsController_takeBack"];
        options?: never;
        /** tus: how much of a file is there */
        head: operations["UploadsController_where"];
        /** tus: the next bytes of a file */
        patch: operations["UploadsController_more"];
        trace?: never;
    };
    "/api/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates, brands, voices, languages, audiences and series to choose from */
        get: operations["ChoicesController_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/choices/voices/{speaker}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A sentence spoken by a voice, by the engine that will speak the film */
        get: operations["ChoicesController_voice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of the findings, the newest by default, with every measured value and its source */
        get: operations["FindingsController_view"];
        put?: never;
        /** Correct findings: makes the next version; script, pictures and approvals follow */
        post: operations["FindingsController_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/findings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What corrections would change: values, classes, sentences, scenes, approvals */
        post: operations["FindingsController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/findings/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that findings were looked at and stand as they are */
        post: operations["FindingsController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/images/slices/{slice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One axial slice: Hounsfield units, Int16 little endian, row by row */
        get: operations["FindingsController_slice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/productions/{id}/images/planes/{axis}/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plane across the stack, a row for each slice from the head end */
        get: operations["FindingsController_plane"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices of the person who asks, newest first, and how many are unread */
        get: operations["NoticesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks notices as read: the named ones, or all */
        post: operations["NoticesController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live delegations that the person gave or received */
        get: operations["DelegationsController_list"];
        put?: never;
        /** Let a colleague of the same role and department sign until a moment */
        post: operations["DelegationsController_delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a delegation of one’s own at once */
        delete: operations["DelegationsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    HouseController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HouseController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HouseController_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_list: {
        parameters: {
            query?: {
                text?: unknown;
                mine?: unknown;
                status?: unknown;
                before?: unknown;
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /** @default null */
                            episode: number | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            /** @default null */
                            music: {
                                digest: string;
                                mediaType: string;
                                bytes: number;
                                role: string;
                            } | null;
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
    ProductionsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source?: string;
                    upload?: string;
                    /** @default false */
                    confirmedNoIdentity?: boolean;
                    department?: string;
                    /** @default case-teaching */
                    template?: string;
                    /** @default zh-CN */
                    language?: string;
                    /** @default shili-general */
                    brand?: string;
                    /**
                     * @default male_doctor
                     * @enum {string}
                     */
                    speaker?: "male_doctor" | "female_doctor" | "narrator";
                    /**
                     * @default hospital
                     * @enum {string}
                     */
                    provenance?: "simulated" | "hospital" | "lidc-idri";
                    /**
                     * @default null
                     * @enum {string|null}
                     */
                    purpose?: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                    /** @default null */
                    series?: string | null;
                    /** @default null */
                    title?: string | null;
                    /** @default null */
                    filmSeries?: string | null;
                    /**
                     * @default residents
                     * @enum {string}
                     */
                    audience?: "residents" | "students" | "public";
                    /** @default null */
                    spacingMm?: (number)[] | null;
                    /** @default null */
                    music?: string | null;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /** @default null */
                            episode: number | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            /** @default null */
                            music: {
                                digest: string;
                                mediaType: string;
                                bytes: number;
                                role: string;
                            } | null;
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    ProductionsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /** @default null */
                            episode: number | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            /** @default null */
                            music: {
                                digest: string;
                                mediaType: string;
                                bytes: number;
                                role: string;
                            } | null;
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        createdByName: string;
                        findings: number;
                        script: {
                            version: number;
                            author: {
                                id: string;
                                displayName: string;
                            };
                            /** Format: date-time */
                            at: string;
                        } | null;
                        /** @enum {string} */
                        filmGate: "publicity" | "physician";
                        decisions: {
                            /** @enum {string} */
                            gate: "script" | "film";
                            version: number;
                            /** @enum {string} */
                            decision: "approve" | "request-changes";
                            digest: string;
                            by: {
                                id: string;
                                displayName: string;
                            };
                            onBehalfOf: {
                                id: string;
                                displayName: string;
                            } | null;
                            ownWork: boolean;
                            comment: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            voidedAt: string | null;
                        }[];
                        scenes: {
                            id: string;
                            /** @enum {string} */
                            state: "queued" | "rendering" | "rendered" | "reused" | "failed";
                            /** Format: date-time */
                            startedAt: string | null;
                            /** Format: date-time */
                            endedAt: string | null;
                        }[];
                        film: {
                            version: number;
                            digest: string;
                            released: boolean;
                        } | null;
                        outputs: {
                            name: string;
                            mediaType: string;
                            bytes: number;
                            digest: string;
                        }[];
                        steps: {
                            stage: string;
                            label: string;
                            outcome: string;
                            attempt: number;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    ProductionsController_script: {
        parameters: {
            query?: {
                version?: unknown;
            };
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SteeringController_revise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    sentences: {
                        id: string;
                        text?: string;
                        emphasis?: string[];
                        pauseAfterMs?: number;
                        pronunciations?: {
                            word: string;
                            reading: string;
                        }[];
                        /** @enum {string} */
                        speaker?: "doctor" | "narrator";
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        author: string;
                        digest: string;
                        subject: {
                            script: string;
                            findings: string;
                            template: string;
                            brand: string;
                            voice: string;
                            labels: string[];
                        };
                    };
                };
            };
        };
    };
    ProductionsController_log: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        what: "ordered" | "findings" | "script" | "approved" | "returned" | "voided" | "paused" | "resumed" | "cancelled" | "retried" | "rerendered" | "failed" | "released";
                        by: {
                            id: string;
                            displayName: string;
                        };
                        /** @enum {string|null} */
                        gate: "script" | "film" | null;
                        version: number | null;
                        comment: string | null;
                    }[];
                };
            };
        };
    };
    ProductionsController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ProductionsController_output: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GatesController_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stage: string;
                        version: number;
                        findingsVersion: number;
                        paused: boolean;
                        pending: {
                            version: number;
                            author: string;
                            digest: string;
                            subject: {
                                script: string;
                                findings: string;
                                template: string;
                                brand: string;
                                voice: string;
                                labels: string[];
                            };
                        } | null;
                        pendingFilm: {
                            version: number;
                            author: string;
                            /** @enum {string} */
                            signer: "publicity" | "physician";
                            digest: string;
                            subject: {
                                script: string;
                                findings: string;
                                template: string;
                                brand: string;
                                voice: string;
                                labels: string[];
                                film: string;
                                manifest: string;
                                approval: string;
                            };
                        } | null;
                        decision: {
                            /** @enum {string} */
                            gate: "script" | "film";
                            /** @enum {string} */
                            decision: "approve" | "request-changes";
                            digest: string;
                            actor: {
                                id: string;
                                displayName: string;
                                roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                                departments: string[];
                                demo: boolean;
                            };
                            comment: string;
                            /** @default null */
                            onBehalfOf: {
                                id: string;
                                displayName: string;
                            } | null;
                            /** @default false */
                            ownWork: boolean;
                            version: number;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        filmDecision: {
                            /** @enum {string} */
                            gate: "script" | "film";
                            /** @enum {string} */
                            decision: "approve" | "request-changes";
                            digest: string;
                            actor: {
                                id: string;
                                displayName: string;
                                roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                                departments: string[];
                                demo: boolean;
                            };
                            comment: string;
                            /** @default null */
                            onBehalfOf: {
                                id: string;
                                displayName: string;
                            } | null;
                            /** @default false */
                            ownWork: boolean;
                            version: number;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        standsInFor: {
                            id: string;
                            displayName: string;
                        }[];
                    };
                };
            };
        };
    };
    GatesController_decideScript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "request-changes";
                    digest: string;
                    /** @default  */
                    comment?: string;
                    /** @default null */
                    onBehalfOf?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        gate: "script" | "film";
                        /** @enum {string} */
                        decision: "approve" | "request-changes";
                        digest: string;
                        actor: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            demo: boolean;
                        };
                        comment: string;
                        /** @default null */
                        onBehalfOf: {
                            id: string;
                            displayName: string;
                        } | null;
                        /** @default false */
                        ownWork: boolean;
                        version: number;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
        };
    };
    GatesController_decideFilm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "request-changes";
                    digest: string;
                    /** @default  */
                    comment?: string;
                    /** @default null */
                    onBehalfOf?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        gate: "script" | "film";
                        /** @enum {string} */
                        decision: "approve" | "request-changes";
                        digest: string;
                        actor: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            demo: boolean;
                        };
                        comment: string;
                        /** @default null */
                        onBehalfOf: {
                            id: string;
                            displayName: string;
                        } | null;
                        /** @default false */
                        ownWork: boolean;
                        version: number;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
        };
    };
    SteeringController_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        paused: boolean;
                        changed: boolean;
                    };
                };
            };
        };
    };
    SteeringController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        paused: boolean;
                        changed: boolean;
                    };
                };
            };
        };
    };
    SteeringController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        cancelling: boolean;
                    };
                };
            };
        };
    };
    SteeringController_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /** @default null */
                            episode: number | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            /** @default null */
                            music: {
                                digest: string;
                                mediaType: string;
                                bytes: number;
                                role: string;
                            } | null;
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    SteeringController_rerender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    sentences?: {
                        id: string;
                        text?: string;
                        emphasis?: string[];
                        pauseAfterMs?: number;
                        pronunciations?: {
                            word: string;
                            reading: string;
                        }[];
                        /** @enum {string} */
                        speaker?: "doctor" | "narrator";
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        request: {
                            template: string;
                            language: string;
                            brand: string;
                            /** @enum {string} */
                            speaker: "male_doctor" | "female_doctor" | "narrator";
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            /** @enum {string|null} */
                            purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                            series: string | null;
                            /** @default null */
                            title: string | null;
                            /** @default null */
                            filmSeries: string | null;
                            /** @default null */
                            episode: number | null;
                            /**
                             * @default residents
                             * @enum {string}
                             */
                            audience: "residents" | "students" | "public";
                            /** @default null */
                            music: {
                                digest: string;
                                mediaType: string;
                                bytes: number;
                                role: string;
                            } | null;
                            spacingMm: (number)[] | null;
                        };
                        /** @enum {string} */
                        status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                        revision: number;
                        caseCode: string | null;
                        departmentId: string;
                        title: string | null;
                        progress: {
                            productionId: string;
                            seq: number;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** @enum {string} */
                            stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                            stageFraction: number;
                            fraction: number;
                            note: string | null;
                            /** @enum {string} */
                            waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                            estimateSeconds: number | null;
                            error: {
                                code: string;
                                details: {
                                    [key: string]: string | number;
                                };
                            } | null;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                limit?: unknown;
                before?: unknown;
                to?: unknown;
                from?: unknown;
                production?: unknown;
                action?: "session.open" | "session.refused" | "session.lock" | "session.close" | "session.prove" | "account.create" | "account.change" | "account.disable" | "account.enable" | "account.password" | "account.totp" | "account.link" | "token.make" | "token.revoke" | "department.create" | "department.change" | "setting.change" | "upload.open" | "upload.check" | "upload.refuse" | "upload.confirm" | "upload.drop" | "production.create" | "production.change" | "production.pause" | "production.resume" | "production.retry" | "production.cancel" | "production.rerender" | "findings.correct" | "findings.confirm" | "script.revise" | "script.keep-remark" | "comment.write" | "comment.change" | "comment.resolve" | "comment.reopen" | "comment.remove" | "approval.script" | "approval.film" | "approval.return-script" | "approval.return-film" | "approval.void" | "delegation.make" | "delegation.end" | "film.release" | "audit.export";
                actor?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            actorId: string;
                            /** @enum {string} */
                            action: "session.open" | "session.refused" | "session.lock" | "session.close" | "session.prove" | "account.create" | "account.change" | "account.disable" | "account.enable" | "account.password" | "account.totp" | "account.link" | "token.make" | "token.revoke" | "department.create" | "department.change" | "setting.change" | "upload.open" | "upload.check" | "upload.refuse" | "upload.confirm" | "upload.drop" | "production.create" | "production.change" | "production.pause" | "production.resume" | "production.retry" | "production.cancel" | "production.rerender" | "findings.correct" | "findings.confirm" | "script.revise" | "script.keep-remark" | "comment.write" | "comment.change" | "comment.resolve" | "comment.reopen" | "comment.remove" | "approval.script" | "approval.film" | "approval.return-script" | "approval.return-film" | "approval.void" | "delegation.make" | "delegation.end" | "film.release" | "audit.export";
                            /** @enum {string} */
                            resource: "account" | "session" | "token" | "department" | "setting" | "upload" | "production" | "script" | "findings" | "comment" | "approval" | "delegation" | "film" | "audit";
                            resourceId: string;
                            /** @default null */
                            departmentId: string | null;
                            /** @default null */
                            from: string | null;
                            /** @default null */
                            to: string | null;
                            /** @default {} */
                            detail: {
                                [key: string]: string | number | boolean | (null) | string[];
                            };
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            previous: string;
                            hash: string;
                            actorName: string | null;
                        }[];
                        next: number | null;
                    };
                };
            };
        };
    };
    AuditController_csv: {
        parameters: {
            query?: {
                to?: unknown;
                from?: unknown;
                production?: unknown;
                action?: "session.open" | "session.refused" | "session.lock" | "session.close" | "session.prove" | "account.create" | "account.change" | "account.disable" | "account.enable" | "account.password" | "account.totp" | "account.link" | "token.make" | "token.revoke" | "department.create" | "department.change" | "setting.change" | "upload.open" | "upload.check" | "upload.refuse" | "upload.confirm" | "upload.drop" | "production.create" | "production.change" | "production.pause" | "production.resume" | "production.retry" | "production.cancel" | "production.rerender" | "findings.correct" | "findings.confirm" | "script.revise" | "script.keep-remark" | "comment.write" | "comment.change" | "comment.resolve" | "comment.reopen" | "comment.remove" | "approval.script" | "approval.film" | "approval.return-script" | "approval.return-film" | "approval.void" | "delegation.make" | "delegation.end" | "film.release" | "audit.export";
                actor?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuditController_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        head: string;
                        brokenAt: number | null;
                        /** Format: date-time */
                        checkedAt: string;
                    };
                };
            };
        };
    };
    ReviewController_room: {
        parameters: {
            query?: {
                compare?: number;
                v?: number;
            };
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        production: {
                            id: string;
                            title: string | null;
                            status: string;
                            departmentId: string;
                            revision: number;
                            language: string;
                            /** @enum {string} */
                            aspect: "16:9" | "9:16" | "1:1";
                        };
                        version: number;
                        newest: number;
                        compare: number | null;
                        versions: {
                            version: number;
                            author: {
                                id: string;
                                displayName: string;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            digest: string;
                            code: string;
                            decisions: {
                                /** @enum {string} */
                                gate: "script" | "film";
                                /** @enum {string} */
                                decision: "approve" | "request-changes";
                                by: {
                                    id: string;
                                    displayName: string;
                                };
                                onBehalfOf: {
                                    id: string;
                                    displayName: string;
                                } | null;
                                comment: string;
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                voidedAt: string | null;
                            }[];
                            film: {
                                revision: number;
                                digest: string;
                            } | null;
                        }[];
                        pending: {
                            /** @enum {string} */
                            gate: "script" | "film";
                            version: number;
                            digest: string;
                            code: string;
                        } | null;
                        refused: string | null;
                        standsInFor: {
                            id: string;
                            displayName: string;
                        }[];
                        /** @enum {string} */
                        filmGate: "publicity" | "physician";
                        sheet: {
                            version: number;
                            digest: string;
                            code: string;
                            against: number | null;
                            rows: ({
                                /** @enum {string} */
                                key: "script";
                                change: {
                                    /** @enum {string} */
                                    state: "first" | "same" | "changed";
                                    count: number;
                                };
                                sentences: number;
                                seconds: number;
                            } | {
                                /** @enum {string} */
                                key: "findings";
                                change: {
                                    /** @enum {string} */
                                    state: "first" | "same" | "changed";
                                    count: number;
                                };
                                ids: string[];
                                marks: number;
                            } | {
                                /** @enum {string} */
                                key: "template";
                                change: {
                                    /** @enum {string} */
                                    state: "first" | "same" | "changed";
                                    count: number;
                                };
                                name: {
                                    "zh-CN": string;
                                    en: string;
                                };
                                version: string;
                            } | {
                                /** @enum {string} */
                                key: "brand";
                                change: {
                                    /** @enum {string} */
                                    state: "first" | "same" | "changed";
                                    count: number;
                                };
                                hospital: {
                                    "zh-CN": string;
                                    en: string;
                                };
                                version: string;
                            } | {
                                /** @enum {string} */
                                key: "voice";
                                change: {
                                    /** @enum {string} */
                                    state: "first" | "same" | "changed";
                                    count: number;
                                };
                                speaker: string;
                            } | {
                                /** @enum {string} */
                                key: "labels";
                                change: {
                                    /** @enum {string} */
                                    state: "first" | "same" | "changed";
                                    count: number;
                                };
                                labels: string[];
                            } | {
                                /** @enum {string} */
                                key: "film";
                                change: {
                                    /** @enum {string} */
                                    state: "first" | "same" | "changed";
                                    count: number;
                                };
                                code: string;
                                seconds: number;
                            })[];
                        };
                        mustSee: {
                            id: string;
                            from: number;
                            endFrame: number;
                        }[];
                        changes: {
                            id: string;
                            number: number | null;
                            before: string | null;
                            after: string | null;
                            parts: {
                                /** @enum {string} */
                                kind: "same" | "out" | "in";
                                text: string;
                            }[];
                            fields: string[];
                            from: number;
                            endFrame: number;
                        }[];
                        timeline: {
                            /** @enum {string} */
                            source: "film" | "preview";
                            fps: number;
                            durationInFrames: number;
                            scenes: {
                                id: string;
                                number: number;
                                /** @enum {string} */
                                kind: "intro" | "case" | "scroll" | "highlight" | "zoom" | "compare" | "features" | "assessment" | "advice" | "chapter" | "outro" | "lungs" | "kinds" | "size" | "follow-up" | "quiz" | "differential" | "surface" | "table" | "points" | "quote";
                                /** @enum {string} */
                                chapterId: "case" | "look" | "lesion" | "what" | "size" | "differential" | "assessment" | "follow" | "advice";
                                from: number;
                                endFrame: number;
                                changed: boolean;
                            }[];
                            sentences: {
                                id: string;
                                number: number;
                                sceneId: string;
                                /** @enum {string} */
                                chapterId: "case" | "look" | "lesion" | "what" | "size" | "differential" | "assessment" | "follow" | "advice";
                                text: string;
                                /** @enum {string} */
                                speaker: "doctor" | "narrator";
                                findingIds: string[];
                                from: number;
                                endFrame: number;
                                changed: boolean;
                            }[];
                        };
                        before: {
                            version: number;
                            timeline: {
                                /** @enum {string} */
                                source: "film" | "preview";
                                fps: number;
                                durationInFrames: number;
                                scenes: {
                                    id: string;
                                    number: number;
                                    /** @enum {string} */
                                    kind: "intro" | "case" | "scroll" | "highlight" | "zoom" | "compare" | "features" | "assessment" | "advice" | "chapter" | "outro" | "lungs" | "kinds" | "size" | "follow-up" | "quiz" | "differential" | "surface" | "table" | "points" | "quote";
                                    /** @enum {string} */
                                    chapterId: "case" | "look" | "lesion" | "what" | "size" | "differential" | "assessment" | "follow" | "advice";
                                    from: number;
                                    endFrame: number;
                                    changed: boolean;
                                }[];
                                sentences: {
                                    id: string;
                                    number: number;
                                    sceneId: string;
                                    /** @enum {string} */
                                    chapterId: "case" | "look" | "lesion" | "what" | "size" | "differential" | "assessment" | "follow" | "advice";
                                    text: string;
                                    /** @enum {string} */
                                    speaker: "doctor" | "narrator";
                                    findingIds: string[];
                                    from: number;
                                    endFrame: number;
                                    changed: boolean;
                                }[];
                            };
                        } | null;
                        findings: {
                            id: string;
                            side: string;
                            lobe: string;
                            type: string;
                            longAxisMm: number;
                            shortAxisMm: number;
                            volumeMm3: number;
                            slice: number;
                            source: string;
                            changed: boolean;
                        }[];
                        comments: {
                            stamp: string;
                            comments: {
                                id: string;
                                parentId: string | null;
                                version: number;
                                revision: number;
                                author: {
                                    id: string;
                                    displayName: string;
                                };
                                text: string;
                                startFrame: number | null;
                                endFrame: number | null;
                                sentenceId: string | null;
                                drawing: ({
                                    /** @enum {string} */
                                    kind: "arrow";
                                    from: (number)[];
                                    to: (number)[];
                                } | {
                                    /** @enum {string} */
                                    kind: "box";
                                    from: (number)[];
                                    to: (number)[];
                                } | {
                                    /** @enum {string} */
                                    kind: "pen";
                                    points: (number)[][];
                                } | {
                                    /** @enum {string} */
                                    kind: "text";
                                    at: (number)[];
                                    text: string;
                                })[] | null;
                                mentions: {
                                    id: string;
                                    displayName: string;
                                }[];
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                resolvedAt: string | null;
                                resolvedBy: {
                                    id: string;
                                    displayName: string;
                                } | null;
                            }[];
                        };
                        people: {
                            id: string;
                            displayName: string;
                        }[];
                    };
                };
            };
        };
    };
    ReviewController_preview: {
        parameters: {
            query: {
                v: number;
            };
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ReviewController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stamp: string;
                        comments: {
                            id: string;
                            parentId: string | null;
                            version: number;
                            revision: number;
                            author: {
                                id: string;
                                displayName: string;
                            };
                            text: string;
                            startFrame: number | null;
                            endFrame: number | null;
                            sentenceId: string | null;
                            drawing: ({
                                /** @enum {string} */
                                kind: "arrow";
                                from: (number)[];
                                to: (number)[];
                            } | {
                                /** @enum {string} */
                                kind: "box";
                                from: (number)[];
                                to: (number)[];
                            } | {
                                /** @enum {string} */
                                kind: "pen";
                                points: (number)[][];
                            } | {
                                /** @enum {string} */
                                kind: "text";
                                at: (number)[];
                                text: string;
                            })[] | null;
                            mentions: {
                                id: string;
                                displayName: string;
                            }[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            resolvedAt: string | null;
                            resolvedBy: {
                                id: string;
                                displayName: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    ReviewController_add: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    startFrame: number | null;
                    endFrame: number | null;
                    sentenceId: string | null;
                    text: string;
                    /** @default null */
                    drawing?: ({
                        /** @enum {string} */
                        kind: "arrow";
                        from: (number)[];
                        to: (number)[];
                    } | {
                        /** @enum {string} */
                        kind: "box";
                        from: (number)[];
                        to: (number)[];
                    } | {
                        /** @enum {string} */
                        kind: "pen";
                        points: (number)[][];
                    } | {
                        /** @enum {string} */
                        kind: "text";
                        at: (number)[];
                        text: string;
                    })[] | null;
                    /** @default [] */
                    mentions?: string[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        version: number;
                        revision: number;
                        author: {
                            id: string;
                            displayName: string;
                        };
                        text: string;
                        startFrame: number | null;
                        endFrame: number | null;
                        sentenceId: string | null;
                        drawing: ({
                            /** @enum {string} */
                            kind: "arrow";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "box";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "pen";
                            points: (number)[][];
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            at: (number)[];
                            text: string;
                        })[] | null;
                        mentions: {
                            id: string;
                            displayName: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        resolvedAt: string | null;
                        resolvedBy: {
                            id: string;
                            displayName: string;
                        } | null;
                    };
                };
            };
        };
    };
    ReviewController_reply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commentId: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @default [] */
                    mentions?: string[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        version: number;
                        revision: number;
                        author: {
                            id: string;
                            displayName: string;
                        };
                        text: string;
                        startFrame: number | null;
                        endFrame: number | null;
                        sentenceId: string | null;
                        drawing: ({
                            /** @enum {string} */
                            kind: "arrow";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "box";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "pen";
                            points: (number)[][];
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            at: (number)[];
                            text: string;
                        })[] | null;
                        mentions: {
                            id: string;
                            displayName: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        resolvedAt: string | null;
                        resolvedBy: {
                            id: string;
                            displayName: string;
                        } | null;
                    };
                };
            };
        };
    };
    ReviewController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commentId: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        version: number;
                        revision: number;
                        author: {
                            id: string;
                            displayName: string;
                        };
                        text: string;
                        startFrame: number | null;
                        endFrame: number | null;
                        sentenceId: string | null;
                        drawing: ({
                            /** @enum {string} */
                            kind: "arrow";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "box";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "pen";
                            points: (number)[][];
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            at: (number)[];
                            text: string;
                        })[] | null;
                        mentions: {
                            id: string;
                            displayName: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        resolvedAt: string | null;
                        resolvedBy: {
                            id: string;
                            displayName: string;
                        } | null;
                    };
                };
            };
        };
    };
    ReviewController_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commentId: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        parentId: string | null;
                        version: number;
                        revision: number;
                        author: {
                            id: string;
                            displayName: string;
                        };
                        text: string;
                        startFrame: number | null;
                        endFrame: number | null;
                        sentenceId: string | null;
                        drawing: ({
                            /** @enum {string} */
                            kind: "arrow";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "box";
                            from: (number)[];
                            to: (number)[];
                        } | {
                            /** @enum {string} */
                            kind: "pen";
                            points: (number)[][];
                        } | {
                            /** @enum {string} */
                            kind: "text";
                            at: (number)[];
                            text: string;
                        })[] | null;
                        mentions: {
                            id: string;
                            displayName: string;
                        }[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        resolvedAt: string | null;
                        resolvedBy: {
                            id: string;
                            displayName: string;
                        } | null;
                    };
                };
            };
        };
    };
    ReviewController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commentId: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ScriptController_desk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: {
                            by: string;
                            byName: string;
                            /** Format: date-time */
                            at: string;
                            number: number;
                            comment: string | null;
                        };
                        script: {
                            version: number;
                            /** @enum {string} */
                            language: "zh-CN" | "en";
                            author: string;
                            title: string;
                            question: string;
                            chapters: {
                                /** @enum {string} */
                                id: "case" | "look" | "lesion" | "what" | "size" | "differential" | "assessment" | "follow" | "advice";
                                title: string;
                                shortTitle: string;
                                sentences: {
                                    id: string;
                                    /** @enum {string} */
                                    scene: "intro" | "case" | "scroll" | "highlight" | "zoom" | "compare" | "features" | "assessment" | "advice" | "chapter" | "outro" | "lungs" | "kinds" | "size" | "follow-up" | "quiz" | "differential" | "surface" | "table" | "points" | "quote";
                                    cue: string | null;
                                    text: string;
                                    /** @enum {string} */
                                    speaker: "doctor" | "narrator";
                                    findingIds: string[];
                                    claims: {
                                        text: string;
                                        fact: string;
                                    }[];
                                    emphasis: string[];
                                    pauseAfterMs: number;
                                    /** @default [] */
                                    pronunciations: {
                                        word: string;
                                        reading: string;
                                    }[];
                                    references: string[];
                                }[];
                            }[];
                            references: string[];
                            /** @default [] */
                            kept: {
                                sentenceId: string;
                                kind: string;
                                text: string;
                                note: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                        draft: {
                            by: string;
                            byName: string;
                            /** Format: date-time */
                            at: string;
                            basedOn: number;
                            save: number;
                            script: {
                                version: number;
                                /** @enum {string} */
                                language: "zh-CN" | "en";
                                author: string;
                                title: string;
                                question: string;
                                chapters: {
                                    /** @enum {string} */
                                    id: "case" | "look" | "lesion" | "what" | "size" | "differential" | "assessment" | "follow" | "advice";
                                    title: string;
                                    shortTitle: string;
                                    sentences: {
                                        id: string;
                                        /** @enum {string} */
                                        scene: "intro" | "case" | "scroll" | "highlight" | "zoom" | "compare" | "features" | "assessment" | "advice" | "chapter" | "outro" | "lungs" | "kinds" | "size" | "follow-up" | "quiz" | "differential" | "surface" | "table" | "points" | "quote";
                                        cue: string | null;
                                        text: string;
                                        /** @enum {string} */
                                        speaker: "doctor" | "narrator";
                                        findingIds: string[];
                                        claims: {
                                            text: string;
                                            fact: string;
                                        }[];
                                        emphasis: string[];
                                        pauseAfterMs: number;
                                        /** @default [] */
                                        pronunciations: {
                                            word: string;
                                            reading: string;
                                        }[];
                                        references: string[];
                                    }[];
                                }[];
                                references: string[];
                                /** @default [] */
                                kept: {
                                    sentenceId: string;
                                    kind: string;
                                    text: string;
                                    note: string;
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                }[];
                            };
                        } | null;
                        /** @enum {string} */
                        speaker: "male_doctor" | "female_doctor" | "narrator";
                        template: string;
                        brand: string;
                        series: {
                            name: string;
                            episode: number | null;
                        } | null;
                        analysis: unknown;
                    };
                };
            };
        };
    };
    ScriptController_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    save: number;
                    script: {
                        version: number;
                        /** @enum {string} */
                        language: "zh-CN" | "en";
                        author: string;
                        title: string;
                        question: string;
                        chapters: {
                            /** @enum {string} */
                            id: "case" | "look" | "lesion" | "what" | "size" | "differential" | "assessment" | "follow" | "advice";
                            title: string;
                            shortTitle: string;
                            sentences: {
                                id: string;
                                /** @enum {string} */
                                scene: "intro" | "case" | "scroll" | "highlight" | "zoom" | "compare" | "features" | "assessment" | "advice" | "chapter" | "outro" | "lungs" | "kinds" | "size" | "follow-up" | "quiz" | "differential" | "surface" | "table" | "points" | "quote";
                                cue: string | null;
                                text: string;
                                /** @enum {string} */
                                speaker: "doctor" | "narrator";
                                findingIds: string[];
                                claims: {
                                    text: string;
                                    fact: string;
                                }[];
                                emphasis: string[];
                                pauseAfterMs: number;
                                /** @default [] */
                                pronunciations?: {
                                    word: string;
                                    reading: string;
                                }[];
                                references: string[];
                            }[];
                        }[];
                        references: string[];
                        /** @default [] */
                        kept?: {
                            sentenceId: string;
                            kind: string;
                            text: string;
                            note: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                    /** @default [] */
                    notes?: {
                        sentenceId: string;
                        kind: string;
                        text: string;
                        note: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        save: number;
                        /** Format: date-time */
                        at: string;
                        kept: {
                            sentenceId: string;
                            kind: string;
                            text: string;
                            note: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
        };
    };
    ScriptController_drop: {
        parameters: {
            query: {
                save: unknown;
            };
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ScriptController_pulse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        versionBy: string;
                        /** Format: date-time */
                        versionAt: string;
                        save: number;
                        draft: {
                            by: string;
                            byName: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                    };
                };
            };
        };
    };
    ScriptController_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    save: number;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
        };
    };
    ScriptController_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        author: string;
                        authorName: string | null;
                        /** Format: date-time */
                        at: string;
                        digest: string;
                        /** @enum {string|null} */
                        decision: "approve" | "request-changes" | null;
                        voided: boolean;
                    }[];
                };
            };
        };
    };
    ScriptController_compare: {
        parameters: {
            query: {
                b: unknown;
                a: unknown;
            };
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        a: number;
                        b: number;
                        sentences: {
                            id: string;
                            chapterId: string;
                            /** @enum {string} */
                            kind: "same" | "changed" | "added" | "removed";
                            before: {
                                id: string;
                                /** @enum {string} */
                                scene: "intro" | "case" | "scroll" | "highlight" | "zoom" | "compare" | "features" | "assessment" | "advice" | "chapter" | "outro" | "lungs" | "kinds" | "size" | "follow-up" | "quiz" | "differential" | "surface" | "table" | "points" | "quote";
                                cue: string | null;
                                text: string;
                                /** @enum {string} */
                                speaker: "doctor" | "narrator";
                                findingIds: string[];
                                claims: {
                                    text: string;
                                    fact: string;
                                }[];
                                emphasis: string[];
                                pauseAfterMs: number;
                                /** @default [] */
                                pronunciations: {
                                    word: string;
                                    reading: string;
                                }[];
                                references: string[];
                            } | null;
                            after: {
                                id: string;
                                /** @enum {string} */
                                scene: "intro" | "case" | "scroll" | "highlight" | "zoom" | "compare" | "features" | "assessment" | "advice" | "chapter" | "outro" | "lungs" | "kinds" | "size" | "follow-up" | "quiz" | "differential" | "surface" | "table" | "points" | "quote";
                                cue: string | null;
                                text: string;
                                /** @enum {string} */
                                speaker: "doctor" | "narrator";
                                findingIds: string[];
                                claims: {
                                    text: string;
                                    fact: string;
                                }[];
                                emphasis: string[];
                                pauseAfterMs: number;
                                /** @default [] */
                                pronunciations: {
                                    word: string;
                                    reading: string;
                                }[];
                                references: string[];
                            } | null;
                            words: {
                                /** @enum {string} */
                                kind: "same" | "out" | "in";
                                text: string;
                            }[];
                            fields: ("speaker" | "emphasis" | "pronunciations" | "pauseAfterMs")[];
                        }[];
                    };
                };
            };
        };
    };
    ScriptController_speech: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sentence: {
                        id: string;
                        text: string;
                        emphasis: string[];
                        /** @default [] */
                        pronunciations?: {
                            word: string;
                            reading: string;
                        }[];
                    };
                    /** @enum {string} */
                    language: "zh-CN" | "en";
                    /** @enum {string} */
                    speaker: "male_doctor" | "female_doctor" | "narrator";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ScriptController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ScriptController_picture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ScriptController_lexicon: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                        readings: {
                            [key: string]: {
                                [key: string]: string;
                            };
                        };
                    };
                };
            };
        };
    };
    SearchController_find: {
        parameters: {
            query: {
                q: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        productions: {
                            productionId: string;
                            title: string | null;
                            caseCode: string | null;
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        findings: {
                            productionId: string;
                            title: string | null;
                            caseCode: string | null;
                            version: number;
                            sentenceId: string;
                            text: string;
                            findingIds: string[];
                        }[];
                        sentences: {
                            productionId: string;
                            title: string | null;
                            caseCode: string | null;
                            version: number;
                            sentenceId: string;
                            text: string;
                            findingIds: string[];
                        }[];
                    };
                };
            };
        };
    };
    DeskController_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needs: {
                            id: string;
                            request: {
                                template: string;
                                language: string;
                                brand: string;
                                /** @enum {string} */
                                speaker: "male_doctor" | "female_doctor" | "narrator";
                                /** @enum {string} */
                                provenance: "simulated" | "hospital" | "lidc-idri";
                                /** @enum {string|null} */
                                purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                                series: string | null;
                                /** @default null */
                                title: string | null;
                                /** @default null */
                                filmSeries: string | null;
                                /** @default null */
                                episode: number | null;
                                /**
                                 * @default residents
                                 * @enum {string}
                                 */
                                audience: "residents" | "students" | "public";
                                /** @default null */
                                music: {
                                    digest: string;
                                    mediaType: string;
                                    bytes: number;
                                    role: string;
                                } | null;
                                spacingMm: (number)[] | null;
                            };
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            revision: number;
                            caseCode: string | null;
                            departmentId: string;
                            title: string | null;
                            progress: {
                                productionId: string;
                                seq: number;
                                /** @enum {string} */
                                status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                                /** @enum {string} */
                                stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                                stageFraction: number;
                                fraction: number;
                                note: string | null;
                                /** @enum {string} */
                                waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                                estimateSeconds: number | null;
                                error: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        counts: {
                            waiting: number;
                            failed: number;
                            returned: number;
                            running: number;
                            all: number;
                        };
                        running: {
                            id: string;
                            request: {
                                template: string;
                                language: string;
                                brand: string;
                                /** @enum {string} */
                                speaker: "male_doctor" | "female_doctor" | "narrator";
                                /** @enum {string} */
                                provenance: "simulated" | "hospital" | "lidc-idri";
                                /** @enum {string|null} */
                                purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown" | null;
                                series: string | null;
                                /** @default null */
                                title: string | null;
                                /** @default null */
                                filmSeries: string | null;
                                /** @default null */
                                episode: number | null;
                                /**
                                 * @default residents
                                 * @enum {string}
                                 */
                                audience: "residents" | "students" | "public";
                                /** @default null */
                                music: {
                                    digest: string;
                                    mediaType: string;
                                    bytes: number;
                                    role: string;
                                } | null;
                                spacingMm: (number)[] | null;
                            };
                            /** @enum {string} */
                            status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                            revision: number;
                            caseCode: string | null;
                            departmentId: string;
                            title: string | null;
                            progress: {
                                productionId: string;
                                seq: number;
                                /** @enum {string} */
                                status: "queued" | "running" | "waiting-approval" | "waiting-final" | "returned" | "paused" | "done" | "failed" | "cancelled";
                                /** @enum {string} */
                                stage: "images" | "analysis" | "script" | "approval" | "speech" | "timeline" | "render" | "package" | "final" | "release";
                                stageFraction: number;
                                fraction: number;
                                note: string | null;
                                /** @enum {string} */
                                waitsFor: "system" | "physician" | "editor" | "publicity" | "nobody";
                                estimateSeconds: number | null;
                                error: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        films: {
                            productionId: string;
                            revision: number;
                            title: string;
                            series: string | null;
                            language: string;
                            seconds: number;
                            /** Format: date-time */
                            releasedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    DeskController_films: {
        parameters: {
            query?: {
                series?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        films: {
                            productionId: string;
                            revision: number;
                            title: string;
                            series: string | null;
                            language: string;
                            seconds: number;
                            /** Format: date-time */
                            releasedAt: string;
                        }[];
                        series: string[];
                    };
                };
            };
        };
    };
    DeskController_thumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionController_ways: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        oidc: {
                            name: string;
                        } | null;
                        hospital: string;
                        help: string;
                    };
                };
            };
        };
    };
    SessionController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok" | "totp" | "enrol";
                        actor: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            demo: boolean;
                        };
                        csrf: string;
                        /** @enum {string} */
                        totp: "none" | "required" | "on";
                        /** Format: date-time */
                        totpSince: string | null;
                        proofs: ("password" | "totp" | "oidc" | "none")[];
                        /** Format: date-time */
                        authenticatedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        departments: {
                            id: string;
                            name: string;
                        }[];
                        demo: boolean;
                    };
                };
            };
        };
    };
    SessionController_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok" | "totp" | "enrol";
                        actor: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            demo: boolean;
                        };
                        csrf: string;
                        /** @enum {string} */
                        totp: "none" | "required" | "on";
                        /** Format: date-time */
                        totpSince: string | null;
                        proofs: ("password" | "totp" | "oidc" | "none")[];
                        /** Format: date-time */
                        authenticatedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        departments: {
                            id: string;
                            name: string;
                        }[];
                        demo: boolean;
                    };
                };
            };
        };
    };
    SessionController_leave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SessionController_secondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok" | "totp" | "enrol";
                        actor: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            demo: boolean;
                        };
                        csrf: string;
                        /** @enum {string} */
                        totp: "none" | "required" | "on";
                        /** Format: date-time */
                        totpSince: string | null;
                        proofs: ("password" | "totp" | "oidc" | "none")[];
                        /** Format: date-time */
                        authenticatedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        departments: {
                            id: string;
                            name: string;
                        }[];
                        demo: boolean;
                    };
                };
            };
        };
    };
    SessionController_once: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok" | "totp" | "enrol";
                        actor: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            demo: boolean;
                        };
                        csrf: string;
                        /** @enum {string} */
                        totp: "none" | "required" | "on";
                        /** Format: date-time */
                        totpSince: string | null;
                        proofs: ("password" | "totp" | "oidc" | "none")[];
                        /** Format: date-time */
                        authenticatedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        departments: {
                            id: string;
                            name: string;
                        }[];
                        demo: boolean;
                    };
                };
            };
        };
    };
    SessionController_invited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        login: string;
                        displayName: string;
                    };
                };
            };
        };
    };
    SessionController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok" | "totp" | "enrol";
                        actor: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            demo: boolean;
                        };
                        csrf: string;
                        /** @enum {string} */
                        totp: "none" | "required" | "on";
                        /** Format: date-time */
                        totpSince: string | null;
                        proofs: ("password" | "totp" | "oidc" | "none")[];
                        /** Format: date-time */
                        authenticatedAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        departments: {
                            id: string;
                            name: string;
                        }[];
                        demo: boolean;
                    };
                };
            };
        };
    };
    SessionController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password?: string;
                    code?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        authenticatedAt: string;
                    };
                };
            };
        };
    };
    SessionController_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current?: string;
                    password: string;
                };
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    AuthenticatorController_turnOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
        };
    };
    AuthenticatorController_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                        address: string;
                        svg: string;
                    };
                };
            };
        };
    };
    AuthenticatorController_turnOff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SingleSignOnController_leave: {
        parameters: {
            query?: {
                again?: unknown;
                next?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SingleSignOnController_arrive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    MediaController_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    revision?: number;
                    version?: number;
                    /** @default false */
                    download?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
        };
    };
    MediaController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PeopleController_colleagues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        displayName: string;
                        roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                        departments: string[];
                    }[];
                };
            };
        };
    };
    PeopleController_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        displayName: string;
                        roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                        departments: string[];
                        login: string | null;
                        demo: boolean;
                        /** @enum {string} */
                        state: "active" | "invited" | "locked" | "disabled";
                        totp: boolean;
                        oidc: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
    PeopleController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    displayName: string;
                    roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                    departments: string[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            login: string | null;
                            demo: boolean;
                            /** @enum {string} */
                            state: "active" | "invited" | "locked" | "disabled";
                            totp: boolean;
                            oidc: boolean;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        token: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
        };
    };
    PeopleController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName?: string;
                    roles?: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                    departments?: string[];
                    disabled?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        displayName: string;
                        roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                        departments: string[];
                        login: string | null;
                        demo: boolean;
                        /** @enum {string} */
                        state: "active" | "invited" | "locked" | "disabled";
                        totp: boolean;
                        oidc: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    PeopleController_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            displayName: string;
                            roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                            departments: string[];
                            login: string | null;
                            demo: boolean;
                            /** @enum {string} */
                            state: "active" | "invited" | "locked" | "disabled";
                            totp: boolean;
                            oidc: boolean;
                            /** Format: date-time */
                            lastSeenAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        token: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
        };
    };
    PeopleController_resetAuthenticator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        displayName: string;
                        roles: ("publicity" | "editor" | "physician" | "researcher" | "admin")[];
                        departments: string[];
                        login: string | null;
                        demo: boolean;
                        /** @enum {string} */
                        state: "active" | "invited" | "locked" | "disabled";
                        totp: boolean;
                        oidc: boolean;
                        /** Format: date-time */
                        lastSeenAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    DepartmentsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        selfApproval: boolean;
                        people: number;
                    }[];
                };
            };
        };
    };
    DepartmentsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    name: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        selfApproval: boolean;
                        people: number;
                    };
                };
            };
        };
    };
    DepartmentsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                department: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    selfApproval?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        selfApproval: boolean;
                        people: number;
                    };
                };
            };
        };
    };
    ApiTokensController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        scopes: ("read" | "write" | "sign" | "admin")[];
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string | null;
                        /** Format: date-time */
                        lastUsedAt: string | null;
                    }[];
                };
            };
        };
    };
    ApiTokensController_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("read" | "write" | "sign" | "admin")[];
                    days: number;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: {
                            id: string;
                            name: string;
                            scopes: ("read" | "write" | "sign" | "admin")[];
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string | null;
                            /** Format: date-time */
                            lastUsedAt: string | null;
                        };
                        secret: string;
                    };
                };
            };
        };
    };
    ApiTokensController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    SettingsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: {
                            /** @default  */
                            hospital: string;
                            /** @default  */
                            help: string;
                            /** @default false */
                            "totp-for-approvers": boolean;
                            /** @default null */
                            oidc: {
                                name: string;
                                /** Format: uri */
                                issuer: string;
                                clientId: string;
                                linkByLogin: boolean;
                            } | null;
                            /** @default 2 */
                            "reminder-hours": number;
                            /** @default 3 */
                            "escalate-after": number;
                        };
                        /** @enum {string} */
                        oidcSecret: "none" | "environment" | "kept";
                    };
                };
            };
        };
    };
    SettingsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hospital?: string;
                    help?: string;
                    "totp-for-approvers"?: boolean;
                    oidc?: {
                        name: string;
                        /** Format: uri */
                        issuer: string;
                        clientId: string;
                        linkByLogin: boolean;
                    } | null;
                    "reminder-hours"?: number;
                    "escalate-after"?: number;
                    oidcSecret?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: {
                            /** @default  */
                            hospital: string;
                            /** @default  */
                            help: string;
                            /** @default false */
                            "totp-for-approvers": boolean;
                            /** @default null */
                            oidc: {
                                name: string;
                                /** Format: uri */
                                issuer: string;
                                clientId: string;
                                linkByLogin: boolean;
                            } | null;
                            /** @default 2 */
                            "reminder-hours": number;
                            /** @default 3 */
                            "escalate-after": number;
                        };
                        /** @enum {string} */
                        oidcSecret: "none" | "environment" | "kept";
                    };
                };
            };
        };
    };
    SettingsController_engines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        models: {
                            id: string;
                            version: string | null;
                            /** @enum {string|null} */
                            tier: "classical" | "trained" | null;
                            intendedUse: string | null;
                            limits: string[];
                            chosen: boolean;
                            problem: string | null;
                        }[];
                        lastRun: {
                            model: string;
                            /** @enum {string} */
                            provider: "cuda" | "cpu";
                            fallback: string | null;
                        } | null;
                        speech: {
                            id: string;
                            tier: string;
                            version: string | null;
                            problem: string | null;
                            voices: {
                                language: string;
                                speaker: string;
                                voice: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    SettingsController_bytes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "films" | "work" | "intake" | "database" | "workflows" | "logs" | "other";
                            bytes: number;
                        }[];
                        freeBytes: number;
                        totalBytes: number;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
        };
    };
    SettingsController_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parts: {
                            /** @enum {string} */
                            part: "database" | "workflows" | "workers" | "disk" | "audit";
                            /** @enum {string} */
                            state: "ok" | "warning" | "down";
                            detail: {
                                [key: string]: string | number;
                            };
                        }[];
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
        };
    };
    UploadsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "receiving" | "checking" | "ready" | "refused" | "used" | "dropped";
                        departmentId: string;
                        files: {
                            id: string;
                            index: number;
                            size: number;
                            received: number;
                        }[];
                        bytes: number;
                        report: {
                            /** @enum {string} */
                            kind: "dicom" | "pictures";
                            files: number;
                            simulated: boolean;
                            series: {
                                key: string | null;
                                /** @enum {string} */
                                kind: "ct" | "pictures" | "localizer" | "other";
                                modality: string;
                                slices: number;
                                rows: number;
                                columns: number;
                                spacingMm: number | null;
                                pixelMm: number | null;
                                /** @enum {string} */
                                kernel: "soft" | "lung" | "bone" | "unknown";
                                reason: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                recommended: boolean;
                                warnings: string[];
                                montage: {
                                    digest: string;
                                    columns: number;
                                    rows: number;
                                    width: number;
                                    height: number;
                                    slices: number[];
                                } | null;
                            }[];
                            deidentification: {
                                profile: string;
                                kept: {
                                    name: string;
                                    value: string | number | boolean;
                                }[];
                                keptNames: string[];
                                dropped: {
                                    names: number;
                                    ids: number;
                                    dates: number;
                                    institution: number;
                                    uids: number;
                                    other: number;
                                };
                            } | null;
                            warnings: string[];
                        } | null;
                        error: {
                            code: string;
                            details: {
                                [key: string]: string | number;
                            };
                        } | null;
                        productionId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        limits: {
                            files: number;
                            totalBytes: number;
                            fileBytes: number;
                            chunkBytes: number;
                        };
                    }[];
                };
            };
        };
    };
    UploadsController_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    department?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "receiving" | "checking" | "ready" | "refused" | "used" | "dropped";
                        departmentId: string;
                        files: {
                            id: string;
                            index: number;
                            size: number;
                            received: number;
                        }[];
                        bytes: number;
                        report: {
                            /** @enum {string} */
                            kind: "dicom" | "pictures";
                            files: number;
                            simulated: boolean;
                            series: {
                                key: string | null;
                                /** @enum {string} */
                                kind: "ct" | "pictures" | "localizer" | "other";
                                modality: string;
                                slices: number;
                                rows: number;
                                columns: number;
                                spacingMm: number | null;
                                pixelMm: number | null;
                                /** @enum {string} */
                                kernel: "soft" | "lung" | "bone" | "unknown";
                                reason: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                recommended: boolean;
                                warnings: string[];
                                montage: {
                                    digest: string;
                                    columns: number;
                                    rows: number;
                                    width: number;
                                    height: number;
                                    slices: number[];
                                } | null;
                            }[];
                            deidentification: {
                                profile: string;
                                kept: {
                                    name: string;
                                    value: string | number | boolean;
                                }[];
                                keptNames: string[];
                                dropped: {
                                    names: number;
                                    ids: number;
                                    dates: number;
                                    institution: number;
                                    uids: number;
                                    other: number;
                                };
                            } | null;
                            warnings: string[];
                        } | null;
                        error: {
                            code: string;
                            details: {
                                [key: string]: string | number;
                            };
                        } | null;
                        productionId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        limits: {
                            files: number;
                            totalBytes: number;
                            fileBytes: number;
                            chunkBytes: number;
                        };
                    };
                };
            };
        };
    };
    UploadsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "receiving" | "checking" | "ready" | "refused" | "used" | "dropped";
                        departmentId: string;
                        files: {
                            id: string;
                            index: number;
                            size: number;
                            received: number;
                        }[];
                        bytes: number;
                        report: {
                            /** @enum {string} */
                            kind: "dicom" | "pictures";
                            files: number;
                            simulated: boolean;
                            series: {
                                key: string | null;
                                /** @enum {string} */
                                kind: "ct" | "pictures" | "localizer" | "other";
                                modality: string;
                                slices: number;
                                rows: number;
                                columns: number;
                                spacingMm: number | null;
                                pixelMm: number | null;
                                /** @enum {string} */
                                kernel: "soft" | "lung" | "bone" | "unknown";
                                reason: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                recommended: boolean;
                                warnings: string[];
                                montage: {
                                    digest: string;
                                    columns: number;
                                    rows: number;
                                    width: number;
                                    height: number;
                                    slices: number[];
                                } | null;
                            }[];
                            deidentification: {
                                profile: string;
                                kept: {
                                    name: string;
                                    value: string | number | boolean;
                                }[];
                                keptNames: string[];
                                dropped: {
                                    names: number;
                                    ids: number;
                                    dates: number;
                                    institution: number;
                                    uids: number;
                                    other: number;
                                };
                            } | null;
                            warnings: string[];
                        } | null;
                        error: {
                            code: string;
                            details: {
                                [key: string]: string | number;
                            };
                        } | null;
                        productionId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        limits: {
                            files: number;
                            totalBytes: number;
                            fileBytes: number;
                            chunkBytes: number;
                        };
                    };
                };
            };
        };
    };
    UploadsController_drop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UploadsController_finish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "receiving" | "checking" | "ready" | "refused" | "used" | "dropped";
                        departmentId: string;
                        files: {
                            id: string;
                            index: number;
                            size: number;
                            received: number;
                        }[];
                        bytes: number;
                        report: {
                            /** @enum {string} */
                            kind: "dicom" | "pictures";
                            files: number;
                            simulated: boolean;
                            series: {
                                key: string | null;
                                /** @enum {string} */
                                kind: "ct" | "pictures" | "localizer" | "other";
                                modality: string;
                                slices: number;
                                rows: number;
                                columns: number;
                                spacingMm: number | null;
                                pixelMm: number | null;
                                /** @enum {string} */
                                kernel: "soft" | "lung" | "bone" | "unknown";
                                reason: {
                                    code: string;
                                    details: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                recommended: boolean;
                                warnings: string[];
                                montage: {
                                    digest: string;
                                    columns: number;
                                    rows: number;
                                    width: number;
                                    height: number;
                                    slices: number[];
                                } | null;
                            }[];
                            deidentification: {
                                profile: string;
                                kept: {
                                    name: string;
                                    value: string | number | boolean;
                                }[];
                                keptNames: string[];
                                dropped: {
                                    names: number;
                                    ids: number;
                                    dates: number;
                                    institution: number;
                                    uids: number;
                                    other: number;
                                };
                            } | null;
                            warnings: string[];
                        } | null;
                        error: {
                            code: string;
                            details: {
                                [key: string]: string | number;
                            };
                        } | null;
                        productionId: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        limits: {
                            files: number;
                            totalBytes: number;
                            fileBytes: number;
                            chunkBytes: number;
                        };
                    };
                };
            };
        };
    };
    UploadsController_montage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UploadsController_announce: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UploadsController_takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UploadsController_where: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    UploadsController_more: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ChoicesController_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: {
                            ref: string;
                            name: {
                                "zh-CN": string;
                                en: string;
                            };
                            scenes: number;
                            seconds: number;
                            /** @enum {string} */
                            mark: "outline" | "box";
                            aspects: ("16:9" | "9:16" | "1:1")[];
                            /** @enum {string|null} */
                            audience: "residents" | "students" | "public" | null;
                            /** @enum {string} */
                            filmGate: "publicity" | "physician";
                        }[];
                        brands: {
                            ref: string;
                            name: {
                                "zh-CN": string;
                                en: string;
                            };
                            department: {
                                "zh-CN": string;
                                en: string;
                            };
                            series: {
                                "zh-CN": string;
                                en: string;
                            };
                            primary: string;
                            accent: string;
                        }[];
                        speakers: {
                            /** @enum {string} */
                            id: "male_doctor" | "female_doctor" | "narrator";
                            name: {
                                "zh-CN": string;
                                en: string;
                            };
                            /** @enum {string} */
                            tier: "formant" | "neural" | "recorded";
                        }[];
                        languages: ("zh-CN" | "en")[];
                        audiences: ("residents" | "students" | "public")[];
                        filmSeries: {
                            departmentId: string;
                            name: string;
                            nextEpisode: number;
                        }[];
                    };
                };
            };
        };
    };
    ChoicesController_voice: {
        parameters: {
            query?: {
                lang?: unknown;
            };
            header?: never;
            path: {
                speaker: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FindingsController_view: {
        parameters: {
            query?: {
                version?: unknown;
            };
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        latest: number;
                        study: {
                            caseCode: string;
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            measurable: boolean;
                            geometry: {
                                columns: number;
                                rows: number;
                                slices: number;
                                spacingMm: (number)[];
                                originMm: (number)[];
                                columnAxis: (number)[];
                                rowAxis: (number)[];
                                sliceAxis: (number)[];
                            };
                            acquisition: {
                                /** @enum {string} */
                                purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown";
                                /** @enum {string} */
                                purposeSource: "person" | "header" | "none";
                                contrast: boolean | null;
                                kvp: number | null;
                                ctdiVolMgy: number | null;
                                sliceThicknessMm: number | null;
                                /** @enum {string} */
                                kernel: "soft" | "lung" | "bone" | "unknown";
                            };
                            firstLungSlice: number;
                            lastLungSlice: number;
                        };
                        findings: {
                            id: string;
                            rank: number;
                            score: number;
                            centreVoxel: (number)[];
                            centreMm: (number)[];
                            boxVoxel: {
                                min: (number)[];
                                max: (number)[];
                            };
                            keySlice: number;
                            contours: {
                                slice: number;
                                points: (number)[][];
                            }[];
                            solidContour: (number)[][] | null;
                            longAxis: {
                                from: (number)[];
                                to: (number)[];
                            };
                            shortAxis: {
                                from: (number)[];
                                to: (number)[];
                            };
                            features: {
                                longAxisMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                shortAxisMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                meanDiameterMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                volumeMm3: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                meanHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                minHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                maxHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                sdHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                type: {
                                    /** @enum {string} */
                                    value: "solid" | "part-solid" | "non-solid";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                solidFraction: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                solidDiameterMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                sphericity: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                marginSharpnessHuPerMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                lobulation: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                spiculation: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                calcification: {
                                    /** @enum {string} */
                                    value: "none" | "complete" | "central" | "popcorn" | "ring" | "eccentric";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                fat: {
                                    value: boolean;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                pleuraDistanceMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                juxtapleural: {
                                    value: boolean;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                side: {
                                    /** @enum {string} */
                                    value: "left" | "right";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                lobe: {
                                    /** @enum {string} */
                                    value: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                zone: {
                                    /** @enum {string} */
                                    value: "upper" | "middle" | "lower";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                            };
                        }[];
                        rejected: {
                            finding: {
                                id: string;
                                rank: number;
                                score: number;
                                centreVoxel: (number)[];
                                centreMm: (number)[];
                                boxVoxel: {
                                    min: (number)[];
                                    max: (number)[];
                                };
                                keySlice: number;
                                contours: {
                                    slice: number;
                                    points: (number)[][];
                                }[];
                                solidContour: (number)[][] | null;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                features: {
                                    longAxisMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    shortAxisMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    meanDiameterMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    volumeMm3: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    meanHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    minHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    maxHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    sdHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    type: {
                                        /** @enum {string} */
                                        value: "solid" | "part-solid" | "non-solid";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    solidFraction: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    solidDiameterMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    sphericity: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    marginSharpnessHuPerMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    lobulation: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    spiculation: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    calcification: {
                                        /** @enum {string} */
                                        value: "none" | "complete" | "central" | "popcorn" | "ring" | "eccentric";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    fat: {
                                        value: boolean;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    pleuraDistanceMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    juxtapleural: {
                                        value: boolean;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    side: {
                                        /** @enum {string} */
                                        value: "left" | "right";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    lobe: {
                                        /** @enum {string} */
                                        value: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    zone: {
                                        /** @enum {string} */
                                        value: "upper" | "middle" | "lower";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                };
                            };
                            contralateral: {
                                findingId: string;
                                slice: number;
                                centre: (number)[];
                                meanHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                            } | null;
                            reason: string;
                            by: string;
                            version: number;
                        }[];
                        reviews: {
                            findingId: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        ratings: {
                            /** @enum {string} */
                            system: "lung-rads-2022" | "fleischner-2017";
                            findingId: string | null;
                            applicable: boolean;
                            category: string | null;
                            reason: string;
                            management: string | null;
                            assumptions: string[];
                            trace: {
                                criterion: string;
                                measured: number | string | boolean;
                                /** @enum {string} */
                                operator: "=" | "<" | ">=" | "in";
                                threshold: number | string | boolean | (number)[];
                                unit: string;
                                passed: boolean;
                                rule: string;
                            }[];
                        }[];
                        engines: {
                            model: string;
                            version: string;
                            sha256: string;
                            /** @enum {string} */
                            tier: "classical" | "trained";
                            /** @enum {string} */
                            provider: "cuda" | "cpu";
                            fallback: string | null;
                        }[];
                        script: {
                            version: number;
                            sentences: {
                                [key: string]: number[];
                            };
                        } | null;
                        versions: {
                            version: number;
                            author: string;
                            reason: string;
                            /** Format: date-time */
                            at: string | null;
                            changes: ({
                                slice: number;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                /** @enum {string} */
                                change: "axes";
                                findingId: string;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "type";
                                findingId: string;
                                /** @enum {string} */
                                type: "solid" | "part-solid" | "non-solid";
                                solidDiameterMm: number | null;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "side";
                                findingId: string;
                                /** @enum {string} */
                                side: "left" | "right";
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "lobe";
                                findingId: string;
                                /** @enum {string} */
                                lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "reject";
                                findingId: string;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "restore";
                                findingId: string;
                                reason: string;
                            } | {
                                slice: number;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                /** @enum {string} */
                                change: "add";
                                /** @enum {string} */
                                type: "solid" | "part-solid" | "non-solid";
                                solidDiameterMm: number | null;
                                /** @enum {string} */
                                lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                reason: string;
                            })[];
                        }[];
                        people: {
                            [key: string]: string;
                        };
                        /** @enum {string|null} */
                        locked: "role" | "not-yet" | "old-version" | null;
                    };
                };
            };
        };
    };
    FindingsController_correct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    corrections: ({
                        slice: number;
                        longAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        shortAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        /** @enum {string} */
                        change: "axes";
                        findingId: string;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "type";
                        findingId: string;
                        /** @enum {string} */
                        type: "solid" | "part-solid" | "non-solid";
                        solidDiameterMm: number | null;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "side";
                        findingId: string;
                        /** @enum {string} */
                        side: "left" | "right";
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "lobe";
                        findingId: string;
                        /** @enum {string} */
                        lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "reject";
                        findingId: string;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "restore";
                        findingId: string;
                        reason: string;
                    } | {
                        slice: number;
                        longAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        shortAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        /** @enum {string} */
                        change: "add";
                        /** @enum {string} */
                        type: "solid" | "part-solid" | "non-solid";
                        solidDiameterMm: number | null;
                        /** @enum {string} */
                        lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                        reason: string;
                    })[];
                    reason: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        latest: number;
                        study: {
                            caseCode: string;
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            measurable: boolean;
                            geometry: {
                                columns: number;
                                rows: number;
                                slices: number;
                                spacingMm: (number)[];
                                originMm: (number)[];
                                columnAxis: (number)[];
                                rowAxis: (number)[];
                                sliceAxis: (number)[];
                            };
                            acquisition: {
                                /** @enum {string} */
                                purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown";
                                /** @enum {string} */
                                purposeSource: "person" | "header" | "none";
                                contrast: boolean | null;
                                kvp: number | null;
                                ctdiVolMgy: number | null;
                                sliceThicknessMm: number | null;
                                /** @enum {string} */
                                kernel: "soft" | "lung" | "bone" | "unknown";
                            };
                            firstLungSlice: number;
                            lastLungSlice: number;
                        };
                        findings: {
                            id: string;
                            rank: number;
                            score: number;
                            centreVoxel: (number)[];
                            centreMm: (number)[];
                            boxVoxel: {
                                min: (number)[];
                                max: (number)[];
                            };
                            keySlice: number;
                            contours: {
                                slice: number;
                                points: (number)[][];
                            }[];
                            solidContour: (number)[][] | null;
                            longAxis: {
                                from: (number)[];
                                to: (number)[];
                            };
                            shortAxis: {
                                from: (number)[];
                                to: (number)[];
                            };
                            features: {
                                longAxisMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                shortAxisMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                meanDiameterMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                volumeMm3: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                meanHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                minHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                maxHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                sdHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                type: {
                                    /** @enum {string} */
                                    value: "solid" | "part-solid" | "non-solid";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                solidFraction: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                solidDiameterMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                sphericity: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                marginSharpnessHuPerMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                lobulation: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                spiculation: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                calcification: {
                                    /** @enum {string} */
                                    value: "none" | "complete" | "central" | "popcorn" | "ring" | "eccentric";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                fat: {
                                    value: boolean;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                pleuraDistanceMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                juxtapleural: {
                                    value: boolean;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                side: {
                                    /** @enum {string} */
                                    value: "left" | "right";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                lobe: {
                                    /** @enum {string} */
                                    value: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                zone: {
                                    /** @enum {string} */
                                    value: "upper" | "middle" | "lower";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                            };
                        }[];
                        rejected: {
                            finding: {
                                id: string;
                                rank: number;
                                score: number;
                                centreVoxel: (number)[];
                                centreMm: (number)[];
                                boxVoxel: {
                                    min: (number)[];
                                    max: (number)[];
                                };
                                keySlice: number;
                                contours: {
                                    slice: number;
                                    points: (number)[][];
                                }[];
                                solidContour: (number)[][] | null;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                features: {
                                    longAxisMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    shortAxisMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    meanDiameterMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    volumeMm3: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    meanHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    minHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    maxHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    sdHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    type: {
                                        /** @enum {string} */
                                        value: "solid" | "part-solid" | "non-solid";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    solidFraction: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    solidDiameterMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    sphericity: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    marginSharpnessHuPerMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    lobulation: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    spiculation: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    calcification: {
                                        /** @enum {string} */
                                        value: "none" | "complete" | "central" | "popcorn" | "ring" | "eccentric";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    fat: {
                                        value: boolean;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    pleuraDistanceMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    juxtapleural: {
                                        value: boolean;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    side: {
                                        /** @enum {string} */
                                        value: "left" | "right";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    lobe: {
                                        /** @enum {string} */
                                        value: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    zone: {
                                        /** @enum {string} */
                                        value: "upper" | "middle" | "lower";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                };
                            };
                            contralateral: {
                                findingId: string;
                                slice: number;
                                centre: (number)[];
                                meanHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                            } | null;
                            reason: string;
                            by: string;
                            version: number;
                        }[];
                        reviews: {
                            findingId: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        ratings: {
                            /** @enum {string} */
                            system: "lung-rads-2022" | "fleischner-2017";
                            findingId: string | null;
                            applicable: boolean;
                            category: string | null;
                            reason: string;
                            management: string | null;
                            assumptions: string[];
                            trace: {
                                criterion: string;
                                measured: number | string | boolean;
                                /** @enum {string} */
                                operator: "=" | "<" | ">=" | "in";
                                threshold: number | string | boolean | (number)[];
                                unit: string;
                                passed: boolean;
                                rule: string;
                            }[];
                        }[];
                        engines: {
                            model: string;
                            version: string;
                            sha256: string;
                            /** @enum {string} */
                            tier: "classical" | "trained";
                            /** @enum {string} */
                            provider: "cuda" | "cpu";
                            fallback: string | null;
                        }[];
                        script: {
                            version: number;
                            sentences: {
                                [key: string]: number[];
                            };
                        } | null;
                        versions: {
                            version: number;
                            author: string;
                            reason: string;
                            /** Format: date-time */
                            at: string | null;
                            changes: ({
                                slice: number;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                /** @enum {string} */
                                change: "axes";
                                findingId: string;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "type";
                                findingId: string;
                                /** @enum {string} */
                                type: "solid" | "part-solid" | "non-solid";
                                solidDiameterMm: number | null;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "side";
                                findingId: string;
                                /** @enum {string} */
                                side: "left" | "right";
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "lobe";
                                findingId: string;
                                /** @enum {string} */
                                lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "reject";
                                findingId: string;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "restore";
                                findingId: string;
                                reason: string;
                            } | {
                                slice: number;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                /** @enum {string} */
                                change: "add";
                                /** @enum {string} */
                                type: "solid" | "part-solid" | "non-solid";
                                solidDiameterMm: number | null;
                                /** @enum {string} */
                                lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                reason: string;
                            })[];
                        }[];
                        people: {
                            [key: string]: string;
                        };
                        /** @enum {string|null} */
                        locked: "role" | "not-yet" | "old-version" | null;
                    };
                };
            };
        };
    };
    FindingsController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    corrections: ({
                        slice: number;
                        longAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        shortAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        /** @enum {string} */
                        change: "axes";
                        findingId: string;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "type";
                        findingId: string;
                        /** @enum {string} */
                        type: "solid" | "part-solid" | "non-solid";
                        solidDiameterMm: number | null;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "side";
                        findingId: string;
                        /** @enum {string} */
                        side: "left" | "right";
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "lobe";
                        findingId: string;
                        /** @enum {string} */
                        lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "reject";
                        findingId: string;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        change: "restore";
                        findingId: string;
                        reason: string;
                    } | {
                        slice: number;
                        longAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        shortAxis: {
                            from: (number)[];
                            to: (number)[];
                        };
                        /** @enum {string} */
                        change: "add";
                        /** @enum {string} */
                        type: "solid" | "part-solid" | "non-solid";
                        solidDiameterMm: number | null;
                        /** @enum {string} */
                        lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                        reason: string;
                    })[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: boolean;
                        findings: {
                            before: number;
                            after: number;
                            leadBefore: string | null;
                            leadAfter: string | null;
                            added: string[];
                            removed: string[];
                        };
                        fields: {
                            findingId: string;
                            field: string;
                            unit: string;
                            before: (number | string | boolean) | null;
                            after: (number | string | boolean) | null;
                        }[];
                        classes: {
                            findingId: string | null;
                            /** @enum {string} */
                            system: "lung-rads-2022" | "fleischner-2017";
                            before: string | null;
                            after: string | null;
                        }[];
                        sentences: {
                            id: string;
                            n: number;
                            /** @enum {string} */
                            change: "reworded" | "new" | "gone";
                            before: string | null;
                            after: string | null;
                        }[];
                        scenes: {
                            changed: string[];
                            total: number;
                        };
                        voids: number | null;
                        voidsFilm: boolean;
                    };
                };
            };
        };
    };
    FindingsController_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basedOn: number;
                    findingIds: string[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        latest: number;
                        study: {
                            caseCode: string;
                            /** @enum {string} */
                            provenance: "simulated" | "hospital" | "lidc-idri";
                            measurable: boolean;
                            geometry: {
                                columns: number;
                                rows: number;
                                slices: number;
                                spacingMm: (number)[];
                                originMm: (number)[];
                                columnAxis: (number)[];
                                rowAxis: (number)[];
                                sliceAxis: (number)[];
                            };
                            acquisition: {
                                /** @enum {string} */
                                purpose: "screening-baseline" | "screening-follow-up" | "diagnostic" | "unknown";
                                /** @enum {string} */
                                purposeSource: "person" | "header" | "none";
                                contrast: boolean | null;
                                kvp: number | null;
                                ctdiVolMgy: number | null;
                                sliceThicknessMm: number | null;
                                /** @enum {string} */
                                kernel: "soft" | "lung" | "bone" | "unknown";
                            };
                            firstLungSlice: number;
                            lastLungSlice: number;
                        };
                        findings: {
                            id: string;
                            rank: number;
                            score: number;
                            centreVoxel: (number)[];
                            centreMm: (number)[];
                            boxVoxel: {
                                min: (number)[];
                                max: (number)[];
                            };
                            keySlice: number;
                            contours: {
                                slice: number;
                                points: (number)[][];
                            }[];
                            solidContour: (number)[][] | null;
                            longAxis: {
                                from: (number)[];
                                to: (number)[];
                            };
                            shortAxis: {
                                from: (number)[];
                                to: (number)[];
                            };
                            features: {
                                longAxisMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                shortAxisMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                meanDiameterMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                volumeMm3: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                meanHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                minHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                maxHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                sdHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                type: {
                                    /** @enum {string} */
                                    value: "solid" | "part-solid" | "non-solid";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                solidFraction: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                solidDiameterMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                sphericity: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                marginSharpnessHuPerMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                lobulation: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                spiculation: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                calcification: {
                                    /** @enum {string} */
                                    value: "none" | "complete" | "central" | "popcorn" | "ring" | "eccentric";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                fat: {
                                    value: boolean;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                pleuraDistanceMm: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                juxtapleural: {
                                    value: boolean;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                side: {
                                    /** @enum {string} */
                                    value: "left" | "right";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                lobe: {
                                    /** @enum {string} */
                                    value: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                                zone: {
                                    /** @enum {string} */
                                    value: "upper" | "middle" | "lower";
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                            };
                        }[];
                        rejected: {
                            finding: {
                                id: string;
                                rank: number;
                                score: number;
                                centreVoxel: (number)[];
                                centreMm: (number)[];
                                boxVoxel: {
                                    min: (number)[];
                                    max: (number)[];
                                };
                                keySlice: number;
                                contours: {
                                    slice: number;
                                    points: (number)[][];
                                }[];
                                solidContour: (number)[][] | null;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                features: {
                                    longAxisMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    shortAxisMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    meanDiameterMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    volumeMm3: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    meanHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    minHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    maxHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    sdHu: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    type: {
                                        /** @enum {string} */
                                        value: "solid" | "part-solid" | "non-solid";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    solidFraction: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    solidDiameterMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    sphericity: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    marginSharpnessHuPerMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    lobulation: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    spiculation: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    calcification: {
                                        /** @enum {string} */
                                        value: "none" | "complete" | "central" | "popcorn" | "ring" | "eccentric";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    fat: {
                                        value: boolean;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    pleuraDistanceMm: {
                                        value: number;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    juxtapleural: {
                                        value: boolean;
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    side: {
                                        /** @enum {string} */
                                        value: "left" | "right";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    lobe: {
                                        /** @enum {string} */
                                        value: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                    zone: {
                                        /** @enum {string} */
                                        value: "upper" | "middle" | "lower";
                                        unit: string;
                                        method: string;
                                        source: {
                                            model: string;
                                            version: string;
                                            rule: string;
                                        };
                                        certainty: number | null;
                                    };
                                };
                            };
                            contralateral: {
                                findingId: string;
                                slice: number;
                                centre: (number)[];
                                meanHu: {
                                    value: number;
                                    unit: string;
                                    method: string;
                                    source: {
                                        model: string;
                                        version: string;
                                        rule: string;
                                    };
                                    certainty: number | null;
                                };
                            } | null;
                            reason: string;
                            by: string;
                            version: number;
                        }[];
                        reviews: {
                            findingId: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        ratings: {
                            /** @enum {string} */
                            system: "lung-rads-2022" | "fleischner-2017";
                            findingId: string | null;
                            applicable: boolean;
                            category: string | null;
                            reason: string;
                            management: string | null;
                            assumptions: string[];
                            trace: {
                                criterion: string;
                                measured: number | string | boolean;
                                /** @enum {string} */
                                operator: "=" | "<" | ">=" | "in";
                                threshold: number | string | boolean | (number)[];
                                unit: string;
                                passed: boolean;
                                rule: string;
                            }[];
                        }[];
                        engines: {
                            model: string;
                            version: string;
                            sha256: string;
                            /** @enum {string} */
                            tier: "classical" | "trained";
                            /** @enum {string} */
                            provider: "cuda" | "cpu";
                            fallback: string | null;
                        }[];
                        script: {
                            version: number;
                            sentences: {
                                [key: string]: number[];
                            };
                        } | null;
                        versions: {
                            version: number;
                            author: string;
                            reason: string;
                            /** Format: date-time */
                            at: string | null;
                            changes: ({
                                slice: number;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                /** @enum {string} */
                                change: "axes";
                                findingId: string;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "type";
                                findingId: string;
                                /** @enum {string} */
                                type: "solid" | "part-solid" | "non-solid";
                                solidDiameterMm: number | null;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "side";
                                findingId: string;
                                /** @enum {string} */
                                side: "left" | "right";
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "lobe";
                                findingId: string;
                                /** @enum {string} */
                                lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "reject";
                                findingId: string;
                                reason: string;
                            } | {
                                /** @enum {string} */
                                change: "restore";
                                findingId: string;
                                reason: string;
                            } | {
                                slice: number;
                                longAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                shortAxis: {
                                    from: (number)[];
                                    to: (number)[];
                                };
                                /** @enum {string} */
                                change: "add";
                                /** @enum {string} */
                                type: "solid" | "part-solid" | "non-solid";
                                solidDiameterMm: number | null;
                                /** @enum {string} */
                                lobe: "RUL" | "RML" | "RLL" | "LUL" | "LLL";
                                reason: string;
                            })[];
                        }[];
                        people: {
                            [key: string]: string;
                        };
                        /** @enum {string|null} */
                        locked: "role" | "not-yet" | "old-version" | null;
                    };
                };
            };
        };
    };
    FindingsController_slice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description from 0 at the head end */
                slice: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    FindingsController_plane: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description image row (coronal) or column (sagittal), from 0 */
                index: unknown;
                axis: "coronal" | "sagittal";
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    NoticesController_list: {
        parameters: {
            query?: {
                unread?: unknown;
                limit?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        notices: {
                            id: string;
                            /** @enum {string} */
                            kind: "waiting-script" | "waiting-final" | "returned" | "voided" | "mentioned" | "escalated" | "failed" | "released";
                            productionId: string | null;
                            title: string | null;
                            caseCode: string | null;
                            detail: {
                                [key: string]: string | number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            readAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    NoticesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    ids?: string[] | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        notices: {
                            id: string;
                            /** @enum {string} */
                            kind: "waiting-script" | "waiting-final" | "returned" | "voided" | "mentioned" | "escalated" | "failed" | "released";
                            productionId: string | null;
                            title: string | null;
                            caseCode: string | null;
                            detail: {
                                [key: string]: string | number;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            readAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    DelegationsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        from: {
                            id: string;
                            displayName: string;
                        };
                        to: {
                            id: string;
                            displayName: string;
                        };
                        /** Format: date-time */
                        until: string;
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
    DelegationsController_delegate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toId: string;
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        from: {
                            id: string;
                            displayName: string;
                        };
                        to: {
                            id: string;
                            displayName: string;
                        };
                        /** Format: date-time */
                        until: string;
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
    DelegationsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: unknown;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        from: {
                            id: string;
                            displayName: string;
                        };
                        to: {
                            id: string;
                            displayName: string;
                        };
                        /** Format: date-time */
                        until: string;
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
}
